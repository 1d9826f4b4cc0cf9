'use client'

import type { ComponentProps } from 'react'
import { lazily } from '#components/ui/lazily.tsx'
import type { DrawnChart } from './drawn-chart.tsx'

/** The library that draws is large, so it comes after the page; its place is kept meanwhile. */
const Drawn = lazily(() => import('./drawn-chart.tsx').then((module) => module.DrawnChart))

/** A chart in a box of its final height. */
export function LazyChart(chart: Omit<ComponentProps<typeof DrawnChart>, 'height'> & { label: string; height?: 'tall' | 'low' }) {
  const { label, height = 'tall', ...drawn } = chart
  return (
    <div role="img" aria-label={label} className={height === 'tall' ? 'h-56' : 'h-36'}>
      <div aria-hidden="true">
        <Drawn {...drawn} height={height === 'tall' ? 224 : 144} />
      </div>
    </div>
  )
}
