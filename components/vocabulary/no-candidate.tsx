import { CodeBlock } from '#components/ui/code-block.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'

/** Nothing was recorded that could be judged: how the first candidate comes about. */
export function NoCandidate({ origin, gate }: { origin: string; gate: string | null }) {
  const commands = [
    `export LANEKEEPER_URL=${origin}`,
    'export LANEKEEPER_TOKEN=…',
    'export LANEKEEPER_RUN=$(npx lanekeeper announce --profile PROFILE --base origin/main)',
    `npx lanekeeper run ${gate ?? 'GATE'} -- COMMAND`,
    'npx lanekeeper close "$LANEKEEPER_RUN"',
  ].join('\n')
  return (
    <EmptyState title="No candidate yet">
      <p className="text-body">
        The first commit that a run is announced or evidence is recorded for is the first candidate. In the repository, on that commit:
      </p>
      <CodeBlock text={commands} label="Copy the commands" />
    </EmptyState>
  )
}
