import { type Spread, spreadOf } from './statistics.ts'

/** A number as people read it. */
export function whole(value: number, digits = 0): string {
  return value.toLocaleString('en', { maximumFractionDigits: digits, minimumFractionDigits: digits })
}

/** The middle of some samples, with the least and the most in brackets. */
export function spread(samples: readonly number[], digits = 0): string {
  const { median, least, most } = spreadOf(samples)
  return `${whole(median, digits)} (${whole(least, digits)}–${whole(most, digits)})`
}

/** A ratio as a multiple. */
export function times({ median, least, most }: Spread): string {
  return least === most ? `${median.toFixed(2)}×` : `${median.toFixed(2)}× (${least.toFixed(2)}–${most.toFixed(2)})`
}

/** A ratio as one part of so many. */
export function fraction({ median, least, most }: Spread): string {
  const parts = (ratio: number) => whole(1 / ratio, ratio > 0.05 ? 1 : 0)
  return least === most ? `1/${parts(median)}` : `1/${parts(median)} (1/${parts(most)}–1/${parts(least)})`
}

export function milliseconds({ median, least, most }: Spread): string {
  return `${median.toFixed(0)} ms (${least.toFixed(0)}–${most.toFixed(0)})`
}

/** A Markdown table. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n')
}
