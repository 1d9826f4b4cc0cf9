import { Code } from '#components/ui/code.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import type { GateNotRequired } from '#lib/model/gate-plan.ts'

/** A gate that the plan leaves out, with the rule that did. */
export function OmittedPane({ gate }: { gate: GateNotRequired }) {
  return (
    <div className="space-y-2">
      <h3 className="font-semibold text-section">
        <Code>
          <VisibleText text={gate.id} />
        </Code>
      </h3>
      <p className="text-body">
        Not required: <VisibleText text={gate.because} limit={400} />.
      </p>
    </div>
  )
}
