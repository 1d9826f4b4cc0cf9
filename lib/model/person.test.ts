import { describe, expect, it } from 'vitest'
import { addressKey, COOL_DOWN_MS, hasRole, isCoolingDown, isSamePerson, type RoleGrant } from './person.ts'

const NOW = new Date('2026-11-30T12:00:00Z')
const grant: RoleGrant = { role: 'architect', domain: 'web', grantedBy: 'person:x', grantedAt: NOW }
const at = (ms: number) => new Date(NOW.getTime() + ms)

describe('a role that was just given lets nobody approve', () => {
  it('for 24 hours, to the millisecond', () => {
    expect([0, 1, COOL_DOWN_MS - 1, COOL_DOWN_MS].map((ms) => isCoolingDown(grant, at(ms)))).toEqual([true, true, true, false])
    expect(COOL_DOWN_MS).toBe(86_400_000)
  })

  it('also when the clock that gave it was ahead', () => {
    expect(isCoolingDown(grant, at(-1))).toBe(true)
  })

  it('unless the settings of the server say it', () => {
    expect(isCoolingDown({ ...grant, grantedBy: 'server' }, NOW)).toBe(false)
  })
})

describe('a role is for one domain or for all', () => {
  it('counts for its own domain only, or for every one', () => {
    const has = (domain: string | null, asked: string | null) => hasRole({ grants: [{ ...grant, domain }] }, 'architect', asked)
    expect([has('web', 'web'), has('web', 'gpuaas'), has('web', null), has(null, 'web'), has(null, null)]).toEqual([
      true,
      false,
      false,
      true,
      true,
    ])
    expect(hasRole({ grants: [grant] }, 'admin', 'web')).toBe(false)
  })
})

describe('who counts as one person', () => {
  it.each([
    ['ada@example.test', 'ADA@Example.Test', true],
    ['ada@example.test', 'ada+second@example.test', true],
    ['ada@example.test', 'ada-2@example.test', false],
    ['ada@example.test', 'ada@example.org', false],
  ])('%s and %s: %s', (one, other, same) => {
    expect(isSamePerson({ id: '1', email: one }, { id: '2', email: other })).toBe(same)
  })

  it('compares addresses without case, and by what their letters mean', () => {
    expect(addressKey(' Ada@Example.TEST ')).toBe('ada@example.test')
    expect(addressKey('\uff41da@example.test')).toBe('ada@example.test')
  })
})
