import type { ReactNode } from 'react'
import { Callout } from '#components/ui/callout.tsx'
import { Code } from '#components/ui/code.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { DiagnosticList } from '#components/vocabulary/diagnostic-list.tsx'
import type { ProposedModel } from '#lib/model/gate-plan.ts'
import { count } from '#lib/wording/count.ts'

/** What the plan would be under the model that the change itself proposes; the change is not judged by it. */
export function ProposedModelPart({ proposed }: { proposed: ProposedModel }) {
  return (
    <div className="space-y-3">
      <p className="max-w-3xl text-body text-muted">
        The change alters the operating model itself. It is judged by the model it starts from; under the model it proposes,{' '}
        <Code>{proposed.modelDigest.slice(0, 19)}</Code>, the plan would differ like this.
      </p>
      <div className="grid gap-3 md:grid-cols-2">
        <GateIds title={`${count(proposed.gatesAdded.length, 'gate')} more`} gates={proposed.gatesAdded} />
        <GateIds title={`${count(proposed.gatesRemoved.length, 'gate')} fewer`} gates={proposed.gatesRemoved}>
          {proposed.gatesRemoved.length === 0 ? null : (
            <Callout tone="caution" level={3} title="The change would make later plans smaller">
              <p className="text-dense">Ask whoever owns these gates before it is merged.</p>
            </Callout>
          )}
        </GateIds>
      </div>
      {proposed.diagnostics.length === 0 ? null : (
        <DiagnosticList diagnostics={proposed.diagnostics} label="Diagnostics of the proposed model" />
      )}
    </div>
  )
}

function GateIds({ title, gates, children }: { title: string; gates: readonly string[]; children?: ReactNode }) {
  return (
    <div className="space-y-2 rounded-card border border-border p-4">
      <h3 className="font-medium text-dense">{title}</h3>
      <ul className="text-dense">
        {gates.map((id) => (
          <li key={id}>
            <Code>
              <VisibleText text={id} limit={140} />
            </Code>
          </li>
        ))}
      </ul>
      {children}
    </div>
  )
}
