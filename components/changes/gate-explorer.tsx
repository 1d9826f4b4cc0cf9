'use client'

import { useCallback, useEffect, useMemo, useRef } from 'react'
import { copyText } from '#components/ui/copy-text.ts'
import { singleKeyActs } from '#lib/client/single-keys.ts'
import type { GateNotRequired } from '#lib/model/gate-plan.ts'
import type { ChangeOrigin } from './cli-command.ts'
import { filterGates } from './filter-gates.ts'
import { GateList } from './gate-list.tsx'
import { GatePane } from './gate-pane.tsx'
import type { GateView } from './gate-view.ts'
import { OmittedPane } from './omitted-pane.tsx'
import { useGateFilter, useOpenGate } from './open-gate.ts'

/** The gates of a plan on the left, and why the open one is required on the right. The URL keeps which one is open. */
export function GateExplorer({
  gates,
  omitted,
  plan,
  paths,
}: {
  gates: readonly GateView[]
  omitted: readonly GateNotRequired[]
  plan: ChangeOrigin
  /** The changed paths, in the order that the gates' chains count them by. */
  paths: readonly string[]
}) {
  const [open, setOpen] = useOpenGate()
  const [filter, setFilter] = useGateFilter()
  const pane = useRef<HTMLElement>(null)
  const shown = useMemo(() => filterGates(gates, paths, filter), [gates, paths, filter])
  const leftOut = omitted.find((gate) => gate.id === open)
  const gate = gates.find((each) => each.id === open) ?? shown[0] ?? gates[0]

  useEffect(() => {
    function act(event: KeyboardEvent) {
      if (!singleKeyActs(event)) return
      if (event.key === 'y') void copyText(window.location.href)
      const step = event.key === ']' ? 1 : event.key === '[' ? -1 : 0
      const next = step === 0 ? undefined : shown[shown.findIndex((each) => each.id === gate?.id) + step]
      if (next !== undefined) setOpen(next.id)
    }
    document.addEventListener('keydown', act)
    return () => document.removeEventListener('keydown', act)
  }, [shown, gate, setOpen])

  const openGate = useCallback(
    (id: string) => {
      setOpen(id)
      // Where the pane stands below the list, opening a gate goes there; beside it, focus stays in the list.
      if (window.matchMedia('(width < 64rem)').matches) requestAnimationFrame(() => pane.current?.focus())
    },
    [setOpen],
  )

  return (
    <div className="grid rounded-card border border-border lg:grid-cols-[minmax(20rem,2fr)_minmax(0,3fr)]">
      <GateList
        gates={shown}
        total={gates.length}
        open={leftOut === undefined ? gate?.id : undefined}
        filter={filter}
        onFilter={setFilter}
        onOpen={openGate}
      />
      <section
        ref={pane}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the pane scrolls, and takes focus where it stands below the list
        tabIndex={0}
        aria-label="Why"
        className="min-w-0 scroll-mt-16 border-border border-t p-4 focus-visible:-outline-offset-2 lg:sticky lg:top-12 lg:max-h-[calc(100dvh-3rem)] lg:self-start lg:overflow-y-auto lg:border-t-0"
      >
        {leftOut !== undefined ? (
          <OmittedPane gate={leftOut} />
        ) : gate !== undefined ? (
          <GatePane key={gate.id} gate={gate} plan={plan} paths={paths} />
        ) : null}
      </section>
    </div>
  )
}
