import { describe, expect, it } from 'vitest'
import { GATE_LAYERS } from '#lib/model/gate-layer.ts'
import { GATE_LAYER_WORDING } from '#lib/wording/gate-layer.ts'

describe('OM-2: contract-global + domain-local + consumer-smoke + service-evidence', () => {
  it('these four, in this order', () => {
    expect(GATE_LAYERS).toEqual(['contract-global', 'domain-local', 'consumer-smoke', 'service-evidence'])
  })
})

describe('each layer answers one question', () => {
  it.each([
    ['OM-3', 'contract-global', /whole platform/],
    ['OM-4', 'domain-local', /owning domain/],
    ['OM-5', 'consumer-smoke', /consume/],
    ['OM-6', 'service-evidence', /ready/],
  ] as const)('%s: %s', (_clause, layer, question) => {
    expect(GATE_LAYER_WORDING[layer].meaning).toMatch(question)
  })
})
