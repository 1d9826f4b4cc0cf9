import { describe, expect, it } from 'vitest'
import { findLikelyKey } from './likely-key.ts'

const KEYS = ['domain_id', 'title', 'source_paths', 'global_gates', 'domain_local_gates', 'consumer_smokes', 'id', 'run', 'owner']

describe('a slip in a key would silently drop what it holds', () => {
  it.each([
    ['domain_Id', 'domain_id'],
    ['domainLocalGates', 'domain_local_gates'],
    ['consumer-smokes', 'consumer_smokes'],
    ['consumer_smoke', 'consumer_smokes'],
    ['globl_gates', 'global_gates'],
    ['souce_path', 'source_paths'],
    ['local_gates', 'domain_local_gates'],
    ['smokes', 'consumer_smokes'],
    ['rum', 'run'],
  ])('%s is probably %s', (written, key) => {
    expect(findLikelyKey(written, KEYS)).toBe(key)
  })

  it.each(['owner_email', 'tags', 'x', 'notes', '日本', 'k'.repeat(100)])('%s is no slip of any', (written) => {
    expect(findLikelyKey(written, KEYS)).toBeNull()
  })
})
