import { ReasonList } from '#components/status/reason-list.tsx'
import { StatusChip } from '#components/status/status-chip.tsx'
import { classNames } from '#components/ui/class-names.ts'
import { Code } from '#components/ui/code.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { farRows } from '#components/ui/far-rows.ts'
import { PageLink } from '#components/ui/page-link.tsx'
import { visibleText } from '#components/ui/visible-segments.ts'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { LayerIcon } from '#components/vocabulary/layer-icon.tsx'
import { PlaceLine } from '#components/vocabulary/place-line.tsx'
import type { GateLayer } from '#lib/model/gate-layer.ts'
import type { LaneGate, LaneLayer } from '#lib/model/lane-view.ts'
import { whyNotExcept } from '#lib/rules/exceptions/why-not-except.ts'
import { GATE_LAYER_WORDING } from '#lib/wording/gate-layer.ts'
import { changeHref, gateHref, newExceptionHref, type OfCandidate } from '#lib/wording/href.ts'

/** More reasons than these are not opened at once. */
const MOST_OPEN = 3

/** The lane of a domain, layer by layer: how each gate stands, and why it is there. */
export function LaneColumns({
  layers,
  domain,
  planId,
  of,
}: {
  layers: readonly LaneLayer[]
  domain: string
  /** The plan that says which gates are needed; null when none is stored. */
  planId: string | null
  of: OfCandidate
}) {
  return (
    <div className="grid items-start gap-4 md:grid-cols-2 xl:grid-cols-4">
      {layers.map(({ layer, status, gates }) => {
        const { label, meaning } = GATE_LAYER_WORDING[layer]
        const few = gates.filter((gate) => gate.status !== 'passed').length <= MOST_OPEN
        return (
          <section key={layer} aria-labelledby={layer} className="min-w-0 rounded-card border border-border">
            <div className="space-y-1 border-border border-b bg-panel px-3 py-2">
              <h2 id={layer} className="flex scroll-mt-16 items-center gap-2 font-semibold text-body">
                <LayerIcon layer={layer} />
                {label}
              </h2>
              <p className="text-meta text-muted">{meaning}</p>
              <StatusChip status={status} />
            </div>
            {gates.length === 0 ? (
              <p className="px-3 py-3 text-dense text-muted">The lane declares no gate of this layer, and nothing is never enough.</p>
            ) : (
              <ul className={classNames('divide-y divide-border', farRows(gates.length))}>
                {gates.map((gate) => (
                  <Gate
                    key={gate.gate}
                    gate={gate}
                    layer={layer}
                    open={gate.status !== 'passed' && few}
                    domain={domain}
                    planId={planId}
                    of={of}
                  />
                ))}
              </ul>
            )}
          </section>
        )
      })}
    </div>
  )
}

function Gate({
  gate,
  layer,
  open,
  domain,
  planId,
  of,
}: {
  gate: LaneGate
  layer: GateLayer
  open: boolean
  domain: string
  planId: string | null
  of: OfCandidate
}) {
  const { title, status, overlays, because, consumer, reasons } = gate
  return (
    <li id={gate.gate} className="scroll-mt-16 space-y-1.5 px-3 py-2.5 target:bg-selected">
      <h3 className="font-medium text-dense">
        <VisibleText text={title} limit={140} />
      </h3>
      {gate.declared === null ? null : (
        <p className="text-meta text-muted">
          <PlaceLine place={gate.declared} short />
        </p>
      )}
      {consumer === null ? null : (
        <p className="text-meta text-muted">
          for <VisibleText text={consumer} limit={63} />
        </p>
      )}
      <Disclosure
        open={open}
        className="[&>summary]:-ml-1"
        summary={
          <>
            <StatusChip status={status} overlays={overlays} /> <span className="font-normal text-dense text-muted">why</span>
          </>
        }
      >
        <div className="space-y-2 pt-1">
          <p className="text-meta text-muted">
            <Code>
              <VisibleText text={gate.gate} limit={140} />
            </Code>
          </p>
          <p className="text-dense">
            <span className="text-muted">It is here: </span>
            <VisibleText text={because} limit={600} />{' '}
            {planId === null ? null : (
              <PageLink href={changeHref(planId, { gate: gate.gate })} className="inline-block min-h-6 py-0.5 text-link underline">
                See the plan
              </PageLink>
            )}
          </p>
          <ReasonList reasons={reasons} label={`Reasons: ${visibleText(title)}`} gateHref={(id) => gateHref(id, domain, of)} />
          {gate.satisfied || whyNotExcept(layer, status) !== null ? null : (
            <PageLink
              href={newExceptionHref({ ...of, domain, gate: gate.gate })}
              className="inline-block min-h-6 py-0.5 text-dense text-link underline"
            >
              Ask for an exception
            </PageLink>
          )}
        </div>
      </Disclosure>
    </li>
  )
}
