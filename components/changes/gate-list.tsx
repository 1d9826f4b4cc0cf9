'use client'

import { type KeyboardEvent, memo, useMemo, useRef } from 'react'
import { classNames } from '#components/ui/class-names.ts'
import { farRows } from '#components/ui/far-rows.ts'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { LayerIcon } from '#components/vocabulary/layer-icon.tsx'
import { count } from '#lib/wording/count.ts'
import { GATE_LAYER_WORDING } from '#lib/wording/gate-layer.ts'
import { groupGates } from './filter-gates.ts'
import type { GateView } from './gate-view.ts'

/** The gates by layer and domain. Each is a link to the plan with that gate open; arrows, `j` and `k` move between them. */
export function GateList({
  gates,
  total,
  open,
  filter,
  onFilter,
  onOpen,
}: {
  gates: readonly GateView[]
  total: number
  open: string | undefined
  filter: string
  onFilter: (text: string) => void
  onOpen: (id: string) => void
}) {
  const list = useRef<HTMLDivElement>(null)
  const layers = useMemo(() => groupGates(gates), [gates])

  function move(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const links = [...(list.current?.querySelectorAll<HTMLAnchorElement>('a[data-gate]') ?? [])]
    const at = links.findIndex((link) => link.matches(':focus'))
    const to = { ArrowDown: at + 1, j: at + 1, ArrowUp: at - 1, k: at - 1, Home: 0, End: links.length - 1 }[event.key]
    if (at < 0 || to === undefined || links[to] === undefined) return
    event.preventDefault()
    links[to].focus()
  }

  return (
    <div className="h-full min-w-0 border-border lg:border-r">
      <div className="border-border border-b p-2">
        <input
          type="search"
          data-search-field=""
          value={filter}
          onChange={(event) => onFilter(event.target.value)}
          aria-label="Filter gates"
          placeholder="Filter by gate, domain or file"
          className="control h-8 w-full px-2.5 text-dense"
        />
        <p role="status" className="sr-only">
          {filter === '' ? null : `${count(gates.length, 'gate')} of ${total} shown`}
        </p>
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the links inside are the controls; the keys only move between them */}
      <div ref={list} onKeyDown={move} className="py-1">
        {gates.length === 0 ? (
          <p className="px-4 py-6 text-dense text-muted">
            No gate, domain or file of this plan has <VisibleText text={filter} limit={60} className="font-medium text-text" /> in it.
          </p>
        ) : null}
        {layers.map(({ layer, domains, gates: amount }) => (
          <section key={layer} aria-label={GATE_LAYER_WORDING[layer].label} className="pt-2 pb-1">
            <h3 className="flex items-center gap-2 px-4 pb-1 font-semibold text-dense" title={GATE_LAYER_WORDING[layer].meaning}>
              <LayerIcon layer={layer} />
              <span className="flex-1">{GATE_LAYER_WORDING[layer].label}</span>
              <span className="font-normal text-muted">{amount}</span>
            </h3>
            {domains.map(({ domain, gates: ofDomain }) => (
              <div key={domain}>
                {domain === null ? null : (
                  <p className="px-4 pt-1 pl-10 text-meta text-muted">
                    <VisibleText text={domain} limit={63} />
                  </p>
                )}
                <ul className={farRows(ofDomain.length) || undefined}>
                  {ofDomain.map((gate) => (
                    <GateRow key={gate.id} gate={gate} isOpen={gate.id === open} onOpen={onOpen} />
                  ))}
                </ul>
              </div>
            ))}
          </section>
        ))}
      </div>
    </div>
  )
}

/** Remembered, so that opening a gate draws two rows and not a hundred. */
const GateRow = memo(function GateRow({ gate, isOpen, onOpen }: { gate: GateView; isOpen: boolean; onOpen: (id: string) => void }) {
  return (
    <li>
      <a
        data-gate=""
        href={`?gate=${encodeURIComponent(gate.id)}`}
        aria-current={isOpen ? 'true' : undefined}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
          event.preventDefault()
          onOpen(gate.id)
        }}
        className={classNames(
          'flex min-h-8 items-baseline gap-3 border-transparent border-l-2 py-1.5 pr-4 pl-9.5 text-dense text-text no-underline hover:bg-hover focus-visible:-outline-offset-2',
          'aria-[current]:border-accent aria-[current]:bg-selected',
        )}
      >
        <span className="min-w-0 flex-1">
          <VisibleText text={gate.title} limit={140} />
        </span>
        <span className="shrink-0 text-meta text-muted">{broughtBy(gate)}</span>
      </a>
    </li>
  )
})

function broughtBy(gate: GateView): string {
  if (gate.chains.some((chain) => chain.files.length === 0)) return 'every change'
  return count(new Set(gate.chains.flatMap((chain) => chain.files)).size, 'file')
}
