import { describe, expect, it } from 'vitest'
import { draftFaults, draftOf, type ExceptionDraft, offeredDays, requestBody, withRisk } from './exception-draft.ts'

const DRAFT: ExceptionDraft = { gates: ['web/local/typecheck'], risk: 'low', reason: 'the runner is down', control: '', days: 90 }

describe('an exception as it is asked for', () => {
  it('is offered for as long as its risk allows, and no longer', () => {
    expect(offeredDays('low').at(-1)).toBe(90)
    expect(offeredDays('medium').at(-1)).toBe(30)
    expect(offeredDays('high').at(-1)).toBe(14)
    expect(withRisk(DRAFT, 'high').days).toBe(14)
    expect(withRisk({ ...DRAFT, days: 3 }, 'high').days).toBe(3)
  })

  it('names gates and a reason, and a control where the risk is not low', () => {
    expect(draftFaults(DRAFT)).toEqual({})
    expect(Object.keys(draftFaults({ ...DRAFT, gates: [], reason: '  ' }))).toEqual(['gates', 'reason'])
    expect(Object.keys(draftFaults({ ...DRAFT, risk: 'medium' }))).toEqual(['control'])
  })

  it('is worded anew from its own words, for no less than it had left', () => {
    const now = Date.UTC(2026, 0, 1)
    const asked = { gates: ['web/local/typecheck'], reason: 'slow', control: null, risk: 'medium' as const }
    expect(draftOf({ ...asked, expiresAt: '2026-01-04T12:00:00.000Z' }, now)).toEqual({ ...asked, control: '', days: 7 })
    expect(draftOf({ ...asked, expiresAt: '2025-12-01T00:00:00.000Z' }, now).days).toBe(1)
  })

  it('ends just within its days, and names no control that is not there', () => {
    const body = requestBody({ ...DRAFT, days: 1 }, Date.UTC(2026, 0, 1))
    expect(body).toEqual({
      gates: ['web/local/typecheck'],
      reason: 'the runner is down',
      risk: 'low',
      control: null,
      expiresAt: '2026-01-01T23:59:00.000Z',
    })
  })
})
