import { describe, expect, it } from 'vitest'
import type { CandidateNames } from '#lib/model/content.ts'
import { candidateContent } from './candidate-content.ts'

const [COMMIT, OTHER, TREE, DIGEST] = ['a', 'b', 'c', 'd'].map((hex) => hex.repeat(hex === 'd' ? 64 : 40)) as [
  string,
  string,
  string,
  string,
]

const contentOf = (contentId: string, names: Partial<CandidateNames> = {}) =>
  candidateContent({ contentId, commits: [], trees: [], digests: [], contradictions: [], ...names })

describe('content as it is answered: what was asked for, and the other names where exactly one is known', () => {
  it('of a commit that was never seen is the commit', () => {
    expect(contentOf(COMMIT, { commits: [COMMIT] })).toEqual({ gitCommit: COMMIT })
    expect(contentOf(COMMIT)).toEqual({ gitCommit: COMMIT })
  })

  it('has the tree and the digest of a commit', () => {
    const names = { commits: [COMMIT], trees: [TREE], digests: [DIGEST] }
    const whole = { gitCommit: COMMIT, gitTree: TREE, sha256: DIGEST }
    expect(contentOf(COMMIT, names)).toEqual(whole)
    expect(contentOf(TREE, names)).toEqual(whole)
    expect(contentOf(`sha256:${DIGEST}`, names)).toEqual(whole)
  })

  it('names no commit where a tree has several, but the one that was asked for', () => {
    const names = { commits: [COMMIT, OTHER], trees: [TREE] }
    expect(contentOf(TREE, names)).toEqual({ gitTree: TREE })
    expect(contentOf(OTHER, names)).toEqual({ gitCommit: OTHER, gitTree: TREE })
  })

  it('names no tree where a commit was named with two', () => {
    expect(contentOf(COMMIT, { commits: [COMMIT], trees: [TREE, OTHER] })).toEqual({ gitCommit: COMMIT })
  })
})
