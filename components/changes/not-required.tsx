import { classNames } from '#components/ui/class-names.ts'
import { Code } from '#components/ui/code.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { farRows } from '#components/ui/far-rows.ts'
import { VisibleText } from '#components/ui/visible-text.tsx'
import type { GateNotRequired } from '#lib/model/gate-plan.ts'
import { count } from '#lib/wording/count.ts'

/** The gates that the plan leaves out, by the rule that did: nothing is left out without a sentence. */
export function NotRequired({ gates }: { gates: readonly GateNotRequired[] }) {
  const byRule = new Map<string, GateNotRequired[]>()
  for (const gate of gates) byRule.set(gate.because, [...(byRule.get(gate.because) ?? []), gate])
  return (
    <Disclosure summary={`Show ${count(gates.length, 'gate')} and the rule that left each out`}>
      <dl className={classNames('mt-1 divide-y divide-border rounded-card border border-border', farRows(byRule.size))}>
        {[...byRule].map(([because, ofRule]) => (
          <div key={because} className="grid gap-x-6 gap-y-1 px-4 py-2.5 text-dense md:grid-cols-2">
            <dt className="first-letter:uppercase">
              <VisibleText text={because} limit={400} />
            </dt>
            <dd>
              <ul>
                {ofRule.map((gate) => (
                  <li key={gate.id}>
                    <Code>
                      <VisibleText text={gate.id} limit={140} />
                    </Code>
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  )
}
