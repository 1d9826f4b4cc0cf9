'use client'

import { PanelLeftClose, PanelLeftOpen } from 'lucide-react'
import { useState } from 'react'
import { keepPreference, RAIL, type RailWidth } from '#lib/client/preference.ts'

/** Folds the rail and remembers it. */
export function RailToggle({ initial }: { initial: RailWidth }) {
  const [width, setWidth] = useState(initial)

  function toggle() {
    const next = width === 'wide' ? 'narrow' : 'wide'
    keepPreference(RAIL, next)
    document.documentElement.dataset.rail = next
    setWidth(next)
  }

  const Icon = width === 'wide' ? PanelLeftClose : PanelLeftOpen
  const label = width === 'wide' ? 'Fold menu' : 'Unfold menu'
  return (
    <button
      type="button"
      onClick={toggle}
      title={label}
      className="flex h-8 w-full items-center gap-2.5 rounded-control px-2 text-body text-muted transition-colors duration-[120ms] hover:bg-hover hover:text-text"
    >
      <Icon aria-hidden="true" className="size-4 shrink-0" />
      <span className="truncate narrow-rail:sr-only">{label}</span>
    </button>
  )
}
