import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { OVERLAYS, STATUSES } from '#lib/model/status.ts'
import { OVERLAY_WORDING } from '#lib/wording/overlay.ts'
import { STATUS_WORDING } from '#lib/wording/status.ts'
import { OverlayMark } from './overlay-mark.tsx'
import { StatusChip } from './status-chip.tsx'
import { StatusShape } from './status-shape.tsx'

const shapeOf = (markup: string) => markup.replace(/^<svg[^>]*>/, '').replaceAll(/var\([^)]*\)/g, '')

describe('skipped, partial, blocked and not applicable are as visible as any status (OM-85)', () => {
  it.each(STATUSES)('%s is told by its word, whatever its colour', (status) => {
    const markup = renderToStaticMarkup(createElement(StatusChip, { status, note: '2 of 3' }))
    expect(markup).toContain(`>${STATUS_WORDING[status].label}<`)
    expect(markup).toContain('2 of 3')
    expect(markup).toContain(`data-status="${status}"`)
  })

  it('each has an outline of its own, also without colour', () => {
    const shapes = STATUSES.map((status) => shapeOf(renderToStaticMarkup(createElement(StatusShape, { status }))))
    expect(shapes.every((shape) => /<(path|circle|rect) /.test(shape))).toBe(true)
    expect(new Set(shapes).size).toBe(STATUSES.length)
  })

  it('a skip is nowhere called or drawn passed', () => {
    const markup = renderToStaticMarkup(createElement(StatusChip, { status: 'skipped', overlays: ['debt'] }))
    expect(markup).not.toMatch(/passed-(fg|bg|solid)|>Passed</)
    expect(markup).toContain('>DEBT<')
  })

  it.each(OVERLAYS)('%s is a mark beside the status, with a word of its own', (overlay) => {
    const markup = renderToStaticMarkup(createElement(OverlayMark, { overlay }))
    expect(markup).toContain(`title="${OVERLAY_WORDING[overlay].label}: `)
    expect(markup).toMatch(/>(DEBT|FLAKY|EXC)</)
    expect(renderToStaticMarkup(createElement(StatusChip, { status: 'failed', overlays: [overlay] }))).toContain('>Failed<')
  })
})
