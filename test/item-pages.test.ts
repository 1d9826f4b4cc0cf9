import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ELIGIBILITY_ITEMS } from '#lib/model/eligibility.ts'
import { STATUSES } from '#lib/model/status.ts'
import { ELIGIBILITY_CLAIMS } from '#lib/rules/eligibility/eligibility-claims.ts'
import { ITEM_GUIDES } from '#lib/wording/item-guide.ts'

const RULES = ['eligibility', 'eligibility/items', 'status', 'status/claims', 'evidence']
  .flatMap((folder) => readdirSync(`lib/rules/${folder}`).map((file) => `lib/rules/${folder}/${file}`))
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n')

describe('docs/items has a page for each of the eight items', () => {
  it('and no other', () => {
    expect(readdirSync('docs/items').toSorted()).toEqual([...ELIGIBILITY_ITEMS.map((id) => `${id}.md`), 'README.md'].toSorted())
  })

  it.each(ELIGIBILITY_ITEMS.map((id, at) => [at + 1, id] as const))(
    '%i. %s: its claim as the rule says it, why, what counts, how to fix',
    (number, id) => {
      const page = readFileSync(`docs/items/${id}.md`, 'utf8')
      expect(page.startsWith(`# ${number}. ${id}\n`)).toBe(true)
      expect(page.replaceAll('`', '').replaceAll('\n', ' ')).toContain(`**Claim.** ${ELIGIBILITY_CLAIMS[id]}`)
      for (const part of ['**Why.**', '**What counts as proof.**', '**How to fix.**']) expect(page).toContain(part)
    },
  )

  it.each(ELIGIBILITY_ITEMS)('%s: why, what counts and how to fix in the words that the page of the item has', (id) => {
    const page = readFileSync(`docs/items/${id}.md`, 'utf8').replaceAll('`', '').replace(/\s+/g, ' ')
    const { why, proof, fix } = ITEM_GUIDES[id]
    expect(page).toContain(`**Why.** ${why}`)
    expect(page).toContain(`**What counts as proof.** ${proof}`)
    expect(page).toContain(`**How to fix.** ${fix}`)
  })

  it.each(ELIGIBILITY_ITEMS)('%s: every status and code in its table is one there is', (id) => {
    const rows = readFileSync(`docs/items/${id}.md`, 'utf8').split('\n')
    const cells = rows
      .filter((row) => row.startsWith('| ') && /\| `[\w-]+` \| `[a-z-]+\./.test(row))
      .map((row) => row.split('|').slice(2, 4))
    expect(cells.length).toBeGreaterThan(2)
    for (const [status = '', codes = ''] of cells) {
      expect(STATUSES).toContain(status.replaceAll('`', '').trim())
      for (const [, code = ''] of codes.matchAll(/`([^`]+)`/g)) expect([code, RULES.includes(`'${code}'`)]).toEqual([code, true])
    }
  })
})
