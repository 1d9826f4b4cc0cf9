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
    <button type="button" onClick={toggle} title={label} className="rail-link w-full font-normal">
      <Icon aria-hidden="true" />
      <span>{label}</span>
    </button>
  )
}
