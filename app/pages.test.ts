import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { NAVIGATION } from '#components/shell/navigation.ts'
import { BOARD_TABS } from '#lib/model/board.ts'
import { REGISTER_VIEWS } from '#lib/model/register-line.ts'
import {
  API_REFERENCE_HREF,
  auditEntryHref,
  auditExportEndpoint,
  auditHref,
  boardHref,
  changeHref,
  changesPageHref,
  compareHref,
  DOMAIN_TABS,
  domainHref,
  domainsHref,
  evidenceEndpoint,
  evidenceHref,
  evidenceListHref,
  gateHref,
  guardsHref,
  inRepository,
  insightsHref,
  itemHref,
  newChangeHref,
  OWNERSHIP_TABS,
  ownershipHref,
  recordEndpoint,
  recordHref,
  releaseHref,
  releasesHref,
  skipsHref,
} from '#lib/wording/href.ts'

/** Where the framework looks for what an address shows. */
function fileOf(href: string): string {
  const path = new URL(href, 'http://lanekeeper.test').pathname
  if (path.startsWith('/api/')) {
    return `app${path.replace(/(?<=\/evidence\/).+/, '[id]').replace(/(?<=\/releases\/).+/, '[contentId]')}/route.ts`
  }
  if (path.startsWith('/compare')) return 'app/(app)/compare/[[...range]]/page.tsx'
  const page = path
    .replace(/^\/changes\/(?!new$).+/, '/changes/[id]')
    .replace(/^\/evidence\/.+/, '/evidence/[id]')
    .replace(/^\/domains\/[^/]+\/eligibility\/.+/, '/domains/[domain]/eligibility/[item]')
    .replace(/^\/domains\/[^[/]+$/, '/domains/[domain]')
    .replace(/^\/releases\/[^/]+/, '/releases/[sha]')
  return `app/(app)${page}/page.tsx`
}

const HREFS = [
  ...NAVIGATION.map((entry) => inRepository(entry.href, 'a/b')),
  ...OWNERSHIP_TABS.map((tab) => ownershipHref(tab, { q: 'x' })),
  ...BOARD_TABS.map((tab) => boardHref({ tab, commit: 'x', cell: 'platform-billing.6' })),
  domainsHref({ commit: 'x' }),
  compareHref(null),
  compareHref({ base: 'sha256:x', head: 'y' }, { repository: 'a/b' }),
  ...DOMAIN_TABS.map((tab) => domainHref('platform-billing', tab, { at: 'consumer-smokes' })),
  gateHref('global/contracts', 'platform-billing'),
  evidenceListHref({ domain: 'global', result: 'failed', commit: 'x' }),
  evidenceHref('00000000-0000-4000-8000-000000000000', { from: 100 }),
  auditHref({ action: 'plan.made' }),
  auditEntryHref(7),
  auditExportEndpoint('json'),
  evidenceEndpoint('00000000-0000-4000-8000-000000000000'),
  ...REGISTER_VIEWS.map((view) => skipsHref({ view, kind: 'partial', domain: 'web', line: 'x' })),
  guardsHref({ commit: 'x' }),
  insightsHref({ weeks: 26 }),
  changesPageHref({ cursor: 'x' }),
  newChangeHref(),
  releasesHref({ cursor: 'x' }),
  releaseHref('a'.repeat(40), { profile: 'x' }),
  recordHref(`sha256:${'a'.repeat(64)}`),
  recordEndpoint(`sha256:${'a'.repeat(64)}`, { profile: 'x' }),
  itemHref('platform-billing', 'rollback-tested', { commit: 'x' }),
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
