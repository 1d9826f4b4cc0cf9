import { Code } from '#components/ui/code.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { ListFilter } from '#components/ui/list-filter.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { LayerIcon } from '#components/vocabulary/layer-icon.tsx'
import { PlaceLine } from '#components/vocabulary/place-line.tsx'
import type { DomainLane } from '#lib/model/domain-lane.ts'
import { GATE_LAYERS } from '#lib/model/gate-layer.ts'
import { count, groupDigits } from '#lib/wording/count.ts'
import { GATE_LAYER_WORDING } from '#lib/wording/gate-layer.ts'

/** The lanes that the repository declares and the gates of each, narrowed by a text. */
export function Lanes({ lanes, folder, filter }: { lanes: readonly DomainLane[]; folder: string; filter: string }) {
  if (lanes.length === 0) {
    return (
      <EmptyState title="No lane is declared">
        <p className="text-body text-muted">
          A lane says which gates a domain has. Write one file a domain in <Code>{folder}</Code>, or run <Code>npx lanekeeper init</Code>{' '}
          for starters.
        </p>
      </EmptyState>
    )
  }
  const shown = lanes.map((lane) => narrow(lane, filter.trim().toLowerCase())).filter((lane) => lane !== null)
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap items-center gap-3">
        <ListFilter label="Filter by domain or gate" />
        <p role="status" className="text-dense text-muted">
          {groupDigits(shown.length)} of {count(lanes.length, 'lane')} shown
        </p>
      </div>
      {shown.length === 0 ? <p className="py-4 text-body text-muted">No domain or gate has that text in it.</p> : null}
      <div className="space-y-2">
        {shown.map((lane) => (
          <Lane key={`${lane.file} ${lane.domainId}`} lane={lane} open={filter !== '' || shown.length === 1} />
        ))}
      </div>
    </div>
  )
}

/** The lane with the gates that have the text in them; whole when the lane itself has it, null when nothing has. */
function narrow(lane: DomainLane, text: string): DomainLane | null {
  if (`${lane.domainId} ${lane.title} ${lane.owner ?? ''}`.toLowerCase().includes(text)) return lane
  const gates = lane.gates.filter((gate) => `${gate.id} ${gate.title}`.toLowerCase().includes(text))
  return gates.length === 0 ? null : { ...lane, gates }
}

function Lane({ lane, open }: { lane: DomainLane; open: boolean }) {
  return (
    <Disclosure
      open={open}
      className="rounded-card border border-border [&>summary]:px-3 [&>summary]:py-2"
      summary={
        <span className="flex flex-wrap items-baseline gap-x-3">
          <h2 className="font-semibold">
            <VisibleText text={lane.domainId} limit={63} />
          </h2>
          <span className="font-normal text-dense text-muted">
            <VisibleText text={lane.title} limit={100} /> · {count(lane.gates.length, 'gate')}
            {lane.owner === null ? null : (
              <>
                {' · '}
                <VisibleText text={lane.owner} limit={80} />
              </>
            )}
          </span>
        </span>
      }
    >
      <div className="grid gap-x-6 gap-y-4 border-border border-t px-4 py-3 lg:grid-cols-2">
        {GATE_LAYERS.map((layer) => {
          const gates = lane.gates.filter((gate) => gate.layer === layer)
          if (gates.length === 0) return null
          return (
            <section key={layer} aria-label={`${lane.domainId}: ${GATE_LAYER_WORDING[layer].label}`} className="min-w-0">
              <h3 className="mb-1 flex items-center gap-2 font-medium text-dense">
                <LayerIcon layer={layer} />
                {GATE_LAYER_WORDING[layer].label}
              </h3>
              <ul className="space-y-1.5 pl-6 text-dense">
                {gates.map((gate) => (
                  <li key={gate.id}>
                    <VisibleText text={gate.title} limit={140} />
                    <span className="block text-meta text-muted">
                      <Code>
                        <VisibleText text={gate.id} limit={140} />
                      </Code>
                      {gate.declared === null ? null : (
                        <>
                          {' · '}
                          <PlaceLine place={gate.declared} short />
                        </>
                      )}
                    </span>
                  </li>
                ))}
              </ul>
            </section>
          )
        })}
      </div>
    </Disclosure>
  )
}
