import { describe, expect, it } from 'vitest'
import type { AuditVerification } from '#lib/model/audit.ts'
import type { AuditFault } from '#lib/model/checkpoint.ts'
import { checkpointsText, rewriteText } from './audit-trust.ts'

const hash = 'a'.repeat(64)
const whole: AuditVerification = {
  verified: true,
  entries: 12,
  head: { sequence: 12, hash },
  firstBad: null,
  checkpoints: { kept: 3, newest: { size: 12, hash } },
}
const broken = (fault: AuditFault): AuditVerification => ({ ...whole, verified: false, firstBad: { sequence: 9, fault, because: 'x' } })

describe('what the checkpoints say of a chain', () => {
  it('is that nothing was cut off or written anew only as far as somebody has signed for it', () => {
    expect(checkpointsText(whole)).toBe(
      'It meets all 3 signed checkpoints: up to entry 12 nothing was cut off or written anew, and this is no older copy.',
    )
    expect(checkpointsText({ ...whole, entries: 13 })).toContain('1 entry after it is not signed for yet')
  })

  it('is nothing good where nobody has signed', () => {
    const absent = checkpointsText({ ...whole, checkpoints: null })
    const none = checkpointsText({ ...whole, checkpoints: { kept: 0, newest: null } })
    for (const text of [absent, none]) {
      expect(text).toContain('would not be seen')
      expect(text).not.toContain('It meets')
    }
  })

  it.each([
    ['tail-cut', 'cut off'],
    ['older-copy', 'older copy'],
    ['chain-rewritten', 'written anew'],
    ['checkpoint-unreadable', 'checkpoint was changed'],
    ['entry-changed', 'does not hold by itself'],
    ['link-broken', 'does not hold by itself'],
  ] as const)('tells %s in words, and never that the chain meets them', (fault, words) => {
    expect(checkpointsText(broken(fault))).toContain(words)
    expect(checkpointsText(broken(fault))).not.toContain('It meets')
  })
})

it('a role that may rewrite the history is never called safe', () => {
  expect(rewriteText({ engine: 'postgresql', role: 'app', mayRewriteHistory: true, because: ['x'] })).toContain('could rewrite the history')
  expect(rewriteText({ engine: 'postgresql', role: 'app', mayRewriteHistory: false, because: [] })).toContain('app, which can only append')
})
