import { ReasonList } from '#components/status/reason-list.tsx'
import { StatusChip } from '#components/status/status-chip.tsx'
import { Code } from '#components/ui/code.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { visibleText } from '#components/ui/visible-segments.ts'
import { VisibleText } from '#components/ui/visible-text.tsx'
import type { JudgedGate } from '#lib/model/judgement.ts'
import { gateOfReleaseHref, type OfProfile } from '#lib/wording/href.ts'

/** More are not listed with their reasons; the record and the domains have all. */
const MOST_LISTED = 40
/** The first are opened. */
const MOST_OPEN = 3

/** The gates that stand in the way of a release, the worst first, each with why, who can move it and the next command. */
export function OpenGates({ gates, contentId, of }: { gates: readonly JudgedGate[]; contentId: string; of: OfProfile }) {
  if (gates.length === 0) return <p className="text-body text-muted">No gate stands in its way.</p>
  const hidden = gates.length - MOST_LISTED
  return (
    <>
      <ul className="divide-y divide-border rounded-card border border-border">
        {gates.slice(0, MOST_LISTED).map(({ gate, status, overlays, reasons }, at) => (
          <li key={gate} id={gate} className="scroll-mt-16 px-3 py-1.5 target:bg-selected">
            <Disclosure
              open={at < MOST_OPEN}
              summary={
                <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
                  <StatusChip status={status} overlays={overlays} />
                  <Code>
                    <VisibleText text={gate} limit={140} />
                  </Code>
                </span>
              }
            >
              <div className="pt-1 pb-2 sm:pl-5">
                <ReasonList
                  reasons={reasons}
                  label={`Reasons: ${visibleText(gate)}`}
                  gateHref={(id) => gateOfReleaseHref(id, contentId, of)}
                />
              </div>
            </Disclosure>
          </li>
        ))}
      </ul>
      {hidden > 0 ? <p className="mt-2 text-dense text-muted">{hidden} more are open; the record names them all.</p> : null}
    </>
  )
}
