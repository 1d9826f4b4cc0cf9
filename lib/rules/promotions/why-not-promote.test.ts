import { describe, expect, it } from 'vitest'
import type { Person } from '#lib/model/person.ts'
import type { Role } from '#lib/model/role.ts'
import { whyNotPromote } from './why-not-promote.ts'

const ELIGIBLE = { domain: 'platform-billing', verdict: 'eligible', unmet: [] } as const

function someone(...grants: readonly (readonly [Role, string | null])[]): Person {
  const given = grants.map(([role, domain]) => ({ role, domain, grantedBy: 'server', grantedAt: new Date(0) }))
  return { id: 'p1', email: 'ada@example.test', name: 'Ada', grants: given }
}

describe('who promotes a domain: "eligible for independent promotion only when every item below is true"', () => {
  it('a release manager of the domain, or of all, promotes an eligible one', () => {
    expect(whyNotPromote(ELIGIBLE, someone(['release-manager', 'platform-billing']))).toBeNull()
    expect(whyNotPromote(ELIGIBLE, someone(['release-manager', null]))).toBeNull()
  })

  it('nobody does what is not eligible, and the sentence names the items', () => {
    const open = { ...ELIGIBLE, verdict: 'not-eligible', unmet: ['rollback-tested', 'consumer-smokes'] } as const
    expect(whyNotPromote(open, someone(['release-manager', null]))).toBe('2 of the 8 items are not met: rollback-tested, consumer-smokes.')
    expect(whyNotPromote({ ...ELIGIBLE, verdict: 'unknown' }, someone(['release-manager', null]))).toContain('cannot be read')
  })

  it('nor does whoever is not signed in, has another role, or manages another domain', () => {
    expect(whyNotPromote(ELIGIBLE, null)).toContain('Sign in')
    for (const grant of [
      ['admin', null],
      ['architect', null],
      ['domain-owner', 'platform-billing'],
      ['release-manager', 'web'],
    ] as const)
      expect(whyNotPromote(ELIGIBLE, someone(grant))).toContain('Only a release manager of platform-billing')
  })
})
