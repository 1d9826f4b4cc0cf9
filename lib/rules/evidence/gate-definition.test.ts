import { describe, expect, it } from 'vitest'
import { aGate } from '#test/builders/a-model.ts'
import { gateDefinition } from './gate-definition.ts'

const unit = aGate('domain-local', 'billing', 'unit', { run: 'go test ./billing', title: 'Unit tests' })

describe('what a gate was when its evidence was recorded', () => {
  it('is a hash that anybody can compute again', () => {
    expect(gateDefinition(unit)).toMatch(/^sha256:[0-9a-f]{64}$/)
    expect(gateDefinition(unit)).toBe(gateDefinition({ ...unit }))
  })

  it('changes with its id, its layer and its command', () => {
    const others = [
      { ...unit, id: 'billing/local/other' },
      { ...unit, layer: 'consumer-smoke' as const },
      { ...unit, run: 'go test ./billing/...' },
    ]
    expect(new Set([unit, ...others].map(gateDefinition)).size).toBe(4)
  })

  it('does not change with its title once it has a command, nor with who may show it and for how long', () => {
    expect(gateDefinition({ ...unit, title: 'Tests', maxAgeSeconds: 60, producers: ['ci'], deterministic: true })).toBe(
      gateDefinition(unit),
    )
  })

  it('changes with its title while that is all it says', () => {
    expect(gateDefinition({ ...unit, run: null })).not.toBe(gateDefinition({ ...unit, run: null, title: 'Tests' }))
  })

  it('cannot be forged by moving text from one part to another', () => {
    expect(gateDefinition({ ...unit, id: 'a', run: 'b","c' })).not.toBe(gateDefinition({ ...unit, id: 'a","b', run: 'c' }))
  })
})
