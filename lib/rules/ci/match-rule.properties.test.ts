import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CiRule, type RuleClaim, STARTED_BY } from '#lib/model/ci-rule.ts'
import { ciIdentity, matchCiRule } from './match-rule.ts'

const ISSUER = 'https://token.example'
const FITTING = {
  iss: ISSUER,
  repository_id: '1296269',
  workflow_ref: 'acme/platform/.github/workflows/gates.yml@refs/heads/main',
  ref: 'refs/heads/main',
  event_name: 'push',
  sha: 'a'.repeat(40),
}

function aRule(match: Readonly<Record<string, string>>, id = 'rule'): CiRule {
  const patterns = Object.entries(match).map(([claim, text]) => ({ claim: claim as RuleClaim, text, alternatives: [text] }))
  return {
    id,
    service: 'github-actions',
    issuer: ISSUER,
    jwks: null,
    match: patterns,
    gates: ['a/local/x'],
    domains: ['a'],
    maySync: false,
  }
}

const EXACT = aRule({ repository_id: '1296269', workflow_ref: FITTING.workflow_ref, ref: 'refs/heads/main', event_name: 'push' })
const NAMED = EXACT.match.map(({ claim }) => claim)

/** What a claim may be instead: texts near it, and what is no text. */
const otherValue = (claim: RuleClaim) => {
  const value = FITTING[claim as keyof typeof FITTING]
  const near = fc
    .tuple(fc.nat(value.length), fc.string({ minLength: 1, maxLength: 3 }))
    .map(([at, text]) => value.slice(0, at) + text + value.slice(at))
  const shorter = fc.nat(value.length - 1).map((at) => value.slice(0, at) + value.slice(at + 1))
  return fc.oneof(near, shorter, fc.string(), fc.constantFrom(undefined, null, 1296269, true, [value], { [value]: value }))
}

describe('nobody is taken for somebody else', () => {
  it('a job that fits is taken, and not when any one claim is anything else', () => {
    expect(matchCiRule([EXACT], FITTING).rule).toBe(EXACT)
    const change = fc.constantFrom(...NAMED).chain((claim) => otherValue(claim).map((value) => ({ claim, value })))
    fc.assert(
      fc.property(change, ({ claim, value }) => {
        fc.pre(value !== FITTING[claim as keyof typeof FITTING])
        const { rule, differs } = matchCiRule([EXACT], { ...FITTING, [claim]: value })
        expect(rule).toBeNull()
        expect(differs).toEqual({ rule: [claim] })
      }),
      { numRuns: 2000 },
    )
  })

  it('of no other issuer, however it is spelled', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => ISSUER + text),
          fc.constant(ISSUER.toUpperCase()),
        ),
        (iss) => {
          fc.pre(iss !== ISSUER)
          expect(matchCiRule([EXACT], { ...FITTING, iss })).toEqual({ rule: null, differs: {} })
        },
      ),
    )
  })

  it('whatever a rule says, only what was started by people of the repository on merged code counts', () => {
    const trusted: readonly string[] = STARTED_BY['github-actions'].trusted
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom('pull_request', 'pull_request_target', 'issue_comment', ...trusted)), (event) => {
        const loose = aRule({ repository_id: '1296269', event_name: '**' })
        expect(matchCiRule([loose], { ...FITTING, event_name: event }).rule !== null).toBe(trusted.includes(event))
      }),
    )
  })

  it('jobs of different repositories or workflows never share an identity, and tries of one always do', () => {
    const workflow = fc.stringMatching(/^[a-z]{1,5}\/[a-z]{1,5}\/w\.yml@refs\/heads\/[a-z]{1,5}$/)
    const job = fc.record({ repository_id: fc.stringMatching(/^\d{1,6}$/), workflow_ref: workflow })
    fc.assert(
      fc.property(job, job, fc.nat(), (one, other, attempt) => {
        const id = (claims: object) => ciIdentity(EXACT, { ...FITTING, ...claims }).id
        expect(id(one) === id(other)).toBe(one.repository_id === other.repository_id && one.workflow_ref === other.workflow_ref)
        expect(id({ ...one, run_attempt: String(attempt), jti: String(attempt) })).toBe(id(one))
      }),
    )
  })
})
