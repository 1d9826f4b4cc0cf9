import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { NAVIGATION } from '#components/shell/navigation.ts'
import {
  API_REFERENCE_HREF,
  changeHref,
  changesPageHref,
  inRepository,
  newChangeHref,
  OWNERSHIP_TABS,
  ownershipHref,
} from '#lib/wording/href.ts'

/** Where the framework looks for what an address shows. */
function fileOf(href: string): string {
  const path = new URL(href, 'http://lanekeeper.test').pathname
  if (path.startsWith('/api/')) return `app${path}/route.ts`
  return `app/(app)${path.replace(/^\/changes\/(?!new$).+/, '/changes/[id]')}/page.tsx`
}

const HREFS = [
  ...NAVIGATION.map((entry) => inRepository(entry.href, 'a/b')),
  ...OWNERSHIP_TABS.map((tab) => ownershipHref(tab, { q: 'x' })),
  changesPageHref({ cursor: 'x' }),
  newChangeHref(),
  changeHref('00000000-0000-4000-8000-000000000000', { gate: 'global/x' }),
  API_REFERENCE_HREF,
]

describe('there are no dead links', () => {
  it.each(HREFS)('%s has a page', (href) => {
    expect(existsSync(fileOf(href)), fileOf(href)).toBe(true)
  })

  it('every family has its own letter', () => {
    const keys = [...NAVIGATION.map((entry) => entry.key), 'n']
    expect(new Set(keys).size).toBe(keys.length)
  })
})
