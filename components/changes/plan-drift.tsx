import { Callout } from '#components/ui/callout.tsx'
import { Code } from '#components/ui/code.tsx'
import { CodeBlock } from '#components/ui/code-block.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import type { PlanDrift as Drift } from '#lib/rules/routing/plan-drift.ts'
import { count, groupDigits } from '#lib/wording/count.ts'

/** What the operating model of today would ask for that the plan does not, and the other way round, with the command that plans again. */
export function PlanDrift({ planned, drift, command }: { planned: string; drift: Drift | 'too-large'; command: string }) {
  const differs = drift === 'too-large' || drift.added.length + drift.removed.length > 0
  return (
    <Callout
      tone={differs ? 'caution' : 'info'}
      title={
        drift === 'too-large' ? (
          <>
            Planned with model <Digest digest={planned} />, which is no longer the current one
          </>
        ) : (
          <>
            Planned with model <Digest digest={planned} />, now <Digest digest={drift.modelDigest} />:{' '}
            {differs
              ? `${count(drift.added.length, 'gate')} added, ${groupDigits(drift.removed.length)} removed`
              : 'the same gates are asked for'}
          </>
        )
      }
    >
      {drift === 'too-large' ? (
        <p className="text-dense">The change has too many files to be compared here. Plan it again to see what differs.</p>
      ) : (
        <>
          {drift.added.length === 0 ? null : (
            <Gates
              title={`Added: ${count(drift.added.length, 'gate')}`}
              gates={drift.added.map(({ id, title, reasons }) => ({ id, title, because: reasons[0]?.text ?? '' }))}
            />
          )}
          {drift.removed.length === 0 ? null : <Gates title={`Removed: ${count(drift.removed.length, 'gate')}`} gates={drift.removed} />}
        </>
      )}
      {differs ? (
        <div className="space-y-1 text-dense">
          <p className="text-muted">Plan it again:</p>
          <CodeBlock text={command} label="Copy the command" />
        </div>
      ) : null}
    </Callout>
  )
}

function Gates({
  title,
  gates,
}: {
  title: string
  gates: readonly { readonly id: string; readonly title: string; readonly because: string }[]
}) {
  return (
    <Disclosure summary={title} open={gates.length <= 5} className="[&>summary]:-ml-1">
      <ul className="space-y-1 py-1 pl-5 text-dense">
        {gates.map((gate) => (
          <li key={gate.id}>
            <Code className="font-medium">
              <VisibleText text={gate.id} limit={140} />
            </Code>{' '}
            <span className="text-muted">
              <VisibleText text={gate.because} limit={300} />
            </span>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}

function Digest({ digest }: { digest: string }) {
  return (
    <Code>
      <span title={digest}>{digest.replace(/^sha256:/, '').slice(0, 7)}</span>
    </Code>
  )
}
