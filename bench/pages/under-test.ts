import type { Browser } from '@playwright/test'
import type { Bar } from '../bars/bar.ts'
import type { Spread } from '../statistics.ts'
import type { Governed } from './governed.ts'

/** What every measurement of the pages has before it. */
export interface PagesUnderTest {
  /** Where the least page that the framework builds is served. */
  readonly hello: string
  readonly few: Governed
  readonly many: Governed
  readonly browser: Browser
  readonly browserPath: string
  /** How often each side is asked, and how often a reader's own browser is. */
  readonly rounds: number
  readonly audits: number
  /** Milliseconds of load on each side. */
  readonly loadMs: number
  /** Requests before memory is looked at, and again after. */
  readonly requests: number
}

/** What a measurement has found: its bars, and figures by name. */
export interface Found {
  readonly bars: readonly Bar[]
  readonly figures: readonly (readonly [string, string])[]
}

/** Both servers by what they hold. */
export function sizes({ few, many }: Pick<PagesUnderTest, 'few' | 'many'>): readonly (readonly [string, Governed])[] {
  return [
    ['9 domains', few],
    ['200 domains', many],
  ]
}

/** A value that was taken once. */
export function one(value: number): Spread {
  return { median: value, least: value, most: value }
}

/** Bytes for a reader. */
export function kibibytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KiB`
}
