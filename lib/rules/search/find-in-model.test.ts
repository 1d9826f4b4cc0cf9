import { describe, expect, it } from 'vitest'
import { aGate, aLane, aModel } from '#test/builders/a-model.ts'
import { findInModel } from './find-in-model.ts'

const MODEL = aModel({
  lanes: [
    aLane('platform-iam', { title: 'IAM', owner: '@iam' }),
    aLane('platform-billing', {
      title: 'Billing/Metering',
      owner: '@billing',
      gates: [
        aGate('contract-global', 'platform-billing', 'contracts'),
        aGate('domain-local', 'platform-billing', 'ledger', { title: 'Ledger invariant' }),
      ],
    }),
  ],
})
const found = (text: string, limit = 8) => {
  const { domains, gates } = findInModel(MODEL, text, limit)
  return { domains: domains.map(({ domain }) => domain), gates: gates.map(({ gate }) => gate) }
}

describe('a search for domains and gates', () => {
  it('looks in ids, titles and owners, whatever the case', () => {
    expect(found('METERING').domains).toEqual(['platform-billing'])
    expect(found('@iam').domains).toEqual(['platform-iam'])
    expect(found('invariant').gates).toEqual(['platform-billing/local/ledger'])
  })

  it('wants every word, in any order', () => {
    expect(found('ledger billing').gates).toEqual(['platform-billing/local/ledger'])
    expect(found('ledger iam').gates).toEqual([])
  })

  it('puts what begins with the text first, and a gate of several lanes once', () => {
    expect(found('contracts').gates).toEqual(['global/contracts'])
    expect(found('platform-b')).toMatchObject({ domains: ['platform-billing'] })
    expect(found('i').domains[0]).toBe('platform-iam')
  })

  it('answers no more than is asked for, and nothing for nothing', () => {
    expect(found('platform', 1)).toMatchObject({ domains: ['platform-iam'], gates: ['platform-iam/local/unit'] })
    expect(found('  ')).toEqual({ domains: [], gates: [] })
  })
})
