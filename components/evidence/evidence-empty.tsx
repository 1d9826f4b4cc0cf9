import { CodeBlock } from '#components/ui/code-block.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'

/** Nothing was ever recorded: how the first evidence comes about, by hand and from CI. */
export function EvidenceEmpty({ origin, gate }: { origin: string; gate: string | null }) {
  const name = gate ?? 'GATE'
  const recipe = [
    'env:',
    `  LANEKEEPER_URL: ${origin}`,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the pipeline fills this in
    '  LANEKEEPER_TOKEN: ${{ secrets.LANEKEEPER_TOKEN }}',
    'steps:',
    `  - run: npx lanekeeper run ${name} -- COMMAND`,
  ].join('\n')
  const body = `{"gate":"${name}","result":"passed","command":"COMMAND","exitCode":0,"content":{"gitCommit":"'$(git rev-parse HEAD)'"}}`
  const curl = [
    `curl -fsS ${origin}/api/v1/evidence -H "Authorization: Bearer $LANEKEEPER_TOKEN" \\`,
    '  -H "Content-Type: application/json" -H "Idempotency-Key: $(uuidgen)" \\',
    `  -d '${body}'`,
  ].join('\n')
  return (
    <EmptyState title="No evidence yet">
      <p className="text-body">
        Evidence is what a gate has shown on a commit. A pipeline records it; the command below runs the gate and sends what came of it.
      </p>
      <p className="text-dense text-muted">In a job of CI:</p>
      <CodeBlock text={recipe} label="Copy the CI recipe" />
      <p className="text-dense text-muted">By hand:</p>
      <CodeBlock text={curl} label="Copy the curl command" />
    </EmptyState>
  )
}
