import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const THEMES = ['light', 'dark'] as const
const STATUSES = ['passed', 'failed', 'blocked', 'missing', 'partial', 'stale', 'pending', 'skipped', 'not-applicable', 'excepted'] as const
const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(([, name = '', light, dark]) => [name, [light, dark]]),
)

function colour(name: string, theme: (typeof THEMES)[number]): string {
  const value = tokens.get(name)?.[THEMES.indexOf(theme)]
  if (value === undefined) throw new Error(`tokens.css has no ${name}`)
  return value
}

/** Relative luminance (WCAG 2.2). */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

const TEXT: readonly (readonly [text: string, grounds: readonly string[]])[] = [
  ['text', ['page', 'panel', 'raised', 'hover', 'selected']],
  ['muted', ['page', 'panel', 'raised', 'hover', 'selected']],
  ['link', ['page', 'panel', 'raised', 'hover']],
  ['on-accent', ['accent', 'accent-hover']],
  ['failed-fg', ['page', 'panel']],
  ['missing-fg', ['page', 'panel', 'hover']],
  ...STATUSES.map((status) => [`${status}-fg`, [`${status}-bg`]] as const),
]

const GRAPHICS: readonly (readonly [shape: string, grounds: readonly string[]])[] = [
  ['control', ['page', 'panel', 'raised']],
  ['focus', ['page', 'panel', 'raised', 'hover', 'selected']],
  ['accent', ['page', 'panel', 'selected']],
  ...STATUSES.map((status) => [`${status}-solid`, ['page', 'panel', `${status}-bg`]] as const),
  ['on-solid', STATUSES.map((status) => `${status}-solid`)],
]

describe.each(THEMES)('contrast in the %s theme', (theme) => {
  it.each(TEXT.flatMap(([text, grounds]) => grounds.map((ground) => [text, ground] as const)))(
    'text %s on %s is at least 4.5',
    (text, ground) => {
      expect(contrast(colour(text, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5)
    },
  )

  it.each(GRAPHICS.flatMap(([shape, grounds]) => grounds.map((ground) => [shape, ground] as const)))(
    'graphics %s on %s is at least 3',
    (shape, ground) => {
      expect(contrast(colour(shape, theme), colour(ground, theme))).toBeGreaterThanOrEqual(3)
    },
  )
})

describe('the tokens', () => {
  it('are all read by this test or not colours of text and shapes', () => {
    expect(tokens.size).toBeGreaterThan(40)
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  })

  it('are the only colours: no style sheet or component names one itself', () => {
    const globals = readFileSync(new URL('./globals.css', import.meta.url), 'utf8')
    expect(globals.match(/#[0-9a-f]{3,8}\b|rgba?\(|oklch\(|hsl\(/gi)).toBeNull()
  })
})
