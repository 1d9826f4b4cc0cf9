import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AUDIT_ACTIONS, type AuditValue } from '#lib/model/audit.ts'
import { auditSummary } from './audit-summary.ts'

const told = (action: string, details: AuditValue, subject = 'subject-1') =>
  auditSummary({ action, actor: 'server', repository: 'acme', subject, details })

const result = (id: string, gate: string, value: string) => ({ id, gate, result: value, content: {} })

describe('an entry of the audit chain is told in one line', () => {
  it.each<[string, AuditValue, string, string | null]>([
    ['evidence.recorded', { evidence: [result('e-1', 'global/a', 'skipped')] }, 'Skipped: global/a', '/evidence/e-1'],
    ['evidence.revoked', { gate: 'global/a', reason: 'wrong runner' }, 'global/a: wrong runner', '/evidence/subject-1'],
    ['plan.made', { gates: 14, head: 'a'.repeat(40), profile: 'full' }, '14 gates at aaaaaaa, profile full', '/changes/subject-1'],
    ['plan.made', { gates: 1, head: null, profile: null }, '1 gate', '/changes/subject-1'],
    ['run.announced', { gates: ['global/a', 'global/b'], profile: 'full' }, '2 gates, profile full', null],
    ['run.lapsed', { gates: ['global/a'] }, 'global/a', null],
    ['skip.declared', { gate: 'x/local/y', profile: 'fast', reason: 'slow' }, 'x/local/y, profile fast: slow', null],
    ['promotion.recorded', { domain: 'web' }, 'web', null],
    ['token.created', { name: 'ci-web' }, 'ci-web', null],
    ['exception.approved', { anything: 1 }, 'subject-1', null],
  ])('%s', (action, details, text, href) => {
    expect(told(action, details)).toEqual({ text, href })
  })

  it('of a batch every kind of result is counted, a skip never as passed', () => {
    const evidence = ['passed', 'skipped', 'passed', 'failed', 'skipped', 'error'].map((value, at) => result(`e-${at}`, 'global/a', value))
    expect(told('evidence.recorded', { evidence }).text).toBe('6 results: 2 passed, 1 failed, 2 skipped, 1 error')
  })

  it('says something of whatever an entry may hold, and never fails', () => {
    fc.assert(
      fc.property(fc.constantFrom(...AUDIT_ACTIONS, 'x'), fc.jsonValue(), (action, details) => {
        expect(told(action, details as AuditValue).text).toEqual(expect.any(String))
      }),
    )
  })
})
