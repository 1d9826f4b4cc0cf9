import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isIdentifier } from '#lib/model/identifier.ts'
import { parseGateId, slugGate } from './gate-id.ts'

describe('contract 1: a gate given as plain text gets its id by slugging the text', () => {
  it.each([
    ['go test ./packages/platform/billing ./cmd/billing-worker', 'go-test-packages-platform-billing-cmd-billing-worker'],
    ['boundary_guard', 'boundary_guard'],
    ['migration/schema drift checks for billing-owned tables', 'migration-schema-drift-checks-for-billing-owned-tables'],
    ['GPUaaS launch billing precheck', 'gpuaas-launch-billing-precheck'],
    ['  --Rollback   (tested!) ', 'rollback-tested'],
    ['_private', 'private'],
    [`${'a'.repeat(62)} b`, 'a'.repeat(62)],
    ['Größe prüfen', 'gr-e-pr-fen'],
  ])('%s becomes %s', (text, slug) => {
    expect(slugGate(text)).toBe(slug)
  })

  it.each(['', '---', '日本', '…', '___'])('of %j nothing is left', (text) => {
    expect(slugGate(text)).toBeNull()
  })

  it('gives an id that slugs to itself, or nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => {
        const slug = slugGate(text)
        if (slug === null) return
        expect(isIdentifier(slug)).toBe(true)
        expect(slugGate(slug)).toBe(slug)
      }),
      { numRuns: 500 },
    )
  })
})

describe('contract 1: a gate id is a path of ids', () => {
  it.each([
    ['global/codegen', { domain: null, layer: null, name: 'codegen' }],
    ['platform-billing/local/unit', { domain: 'platform-billing', layer: 'domain-local', name: 'unit' }],
    ['platform-billing/smoke/precheck', { domain: 'platform-billing', layer: 'consumer-smoke', name: 'precheck' }],
    ['platform-billing/evidence/slo', { domain: 'platform-billing', layer: 'service-evidence', name: 'slo' }],
  ])('%s', (id, parts) => {
    expect(parseGateId(id)).toEqual(parts)
  })

  it.each([
    'codegen',
    'global/',
    'global/a/b',
    'global/local/x',
    'a/b/c',
    'a/constructor/b',
    'A/local/x',
    'a/local/x y',
    '/local/x',
    'a/local/x/y',
    '',
  ])('%j is none', (id) => {
    expect(parseGateId(id)).toBeNull()
  })
})
