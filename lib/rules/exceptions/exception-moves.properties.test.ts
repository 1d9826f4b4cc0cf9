import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { currentVersion, type EvidenceOfGate, type Exception, type ExceptionRequest, type ExceptionState } from '#lib/model/exception.ts'
import type { ExceptionCase } from '#lib/model/exception-case.ts'
import { COOL_DOWN_MS, type Person } from '#lib/model/person.ts'
import { REVIEW_DOMAINS } from '#lib/model/review-domain.ts'
import { ROLES, type Role } from '#lib/model/role.ts'
import { CONTENT, NOW } from '#test/builders/a-candidate.ts'
import { aGrant, aPerson } from '#test/builders/an-exception.ts'
import { decideException, editException, endException, openException } from './change-exception.ts'
import { EXCEPTION_MOVES, effectiveState } from './effective-state.ts'
import { whyNotDecide } from './why-not-decide.ts'
import { requestFaults, whyNotAsk, whyNotEdit, whyNotRequest } from './why-not-request.ts'
import { whyNotRevoke, whyNotWithdraw } from './why-not-withdraw.ts'

/*
 * Six people, one of them with a second account, do whatever comes to their minds. What must hold is held against a reckoning of the test's
 * own: who is who, who worded and recorded what, and since when who has which role.
 */

const HOUR = 3_600_000
const DOMAIN = 'billing'
const GATES = ['billing/local/unit', 'global/contracts']
/** Accounts, and whose they are. */
const OWNERS = { ada: 'ada', 'ada+2': 'ada', ben: 'ben', cleo: 'cleo', dan: 'dan', eve: 'eve', fay: 'fay' } as const
const ACCOUNTS = Object.keys(OWNERS) as (keyof typeof OWNERS)[]
const personOf = (id: string) => OWNERS[id as keyof typeof OWNERS]

type Move =
  | {
      readonly kind: 'request' | 'edit'
      readonly who: string
      readonly risk: 'low' | 'medium' | 'high'
      readonly gates: readonly string[]
      readonly hours: number
      readonly text: string
    }
  | { readonly kind: 'approve' | 'reject' | 'withdraw' | 'revoke'; readonly who: string }
  | { readonly kind: 'evidence'; readonly who: string; readonly gate: string; readonly passes: boolean }
  | { readonly kind: 'grant' | 'take'; readonly who: string; readonly by: string; readonly role: Role }
  | { readonly kind: 'time'; readonly hours: number }

const anyWho = fc.constantFrom(...ACCOUNTS)
const anyRole = fc.constantFrom(...ROLES)
const worded = {
  who: anyWho,
  risk: fc.constantFrom('low' as const, 'medium' as const, 'high' as const),
  gates: fc.constantFrom([GATES[0] as string], [GATES[0] as string], GATES),
  hours: fc.integer({ min: -5, max: 24 * 100 }),
  text: fc.constantFrom('one', 'two'),
}
const anyMove: fc.Arbitrary<Move> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('request' as const), ...worded }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('edit' as const), ...worded }) },
  { weight: 16, arbitrary: fc.record({ kind: fc.constant('approve' as const), who: anyWho }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('reject' as const, 'withdraw' as const, 'revoke' as const), who: anyWho }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('evidence' as const),
      who: anyWho,
      gate: fc.constantFrom(...GATES.slice(0, 1), ...GATES.slice(0, 1), ...GATES),
      passes: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('grant' as const, 'take' as const), who: anyWho, by: anyWho, role: anyRole }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('time' as const), hours: fc.constantFrom(1, 12, 25, 24 * 20) }) },
)

const anyStart = fc.record({
  roles: fc.array(fc.array(anyRole, { minLength: 1, maxLength: 4, size: 'max' }), {
    minLength: ACCOUNTS.length,
    maxLength: ACCOUNTS.length,
  }),
  reviews: fc.oneof(fc.constant([]), fc.uniqueArray(fc.constantFrom(...REVIEW_DOMAINS), { maxLength: 2 })),
})

/** The world that the moves are made in, and what the test remembers of it. */
class World {
  now = NOW
  people: Person[]
  evidence: Record<string, EvidenceOfGate> = {}
  authors: string[] = []
  failedGlobals: string[] = []
  exception: Exception | null = null
  /** Whoever worded it, in the order they did. */
  wordedBy: string[] = []
  /** Counts up whenever what is approved becomes something else. */
  subject = 0
  approvals: { readonly who: string; readonly subject: number }[] = []
  seen = 0
  readonly start: Pick<ExceptionCase, 'reviews'>

  constructor({ roles, reviews }: { roles: readonly (readonly Role[])[]; reviews: ExceptionCase['reviews'] }) {
    this.people = ACCOUNTS.map((id, at) => aPerson(id, [], { grants: (roles[at] ?? []).map((role) => aGrant(role)) }))
    this.start = { reviews }
  }

  get requestCase() {
    const authors = this.people.filter(({ id }) => this.authors.includes(id))
    return { ...this.start, people: this.people, evidence: this.evidence, authors, failedGlobals: this.failedGlobals }
  }

  /** Makes a move if the rules allow it; says whether they did. */
  make(move: Move): boolean {
    switch (move.kind) {
      case 'request':
      case 'edit':
        return this.word(move)
      case 'evidence':
        return this.record(move)
      case 'time':
        this.now = new Date(this.now.getTime() + move.hours * HOUR)
        return true
      case 'grant':
      case 'take':
        return this.changeRole(move)
      default:
        return this.decide(move.kind, this.person(move.who))
    }
  }

  person(id: string): Person {
    return this.people.find((each) => each.id === id) ?? expect.fail(id)
  }

  word({ kind, who, risk, gates, hours, text }: Extract<Move, { kind: 'request' | 'edit' }>): boolean {
    const person = this.person(who)
    const expiresAt = new Date(this.now.getTime() + hours * HOUR)
    const request: ExceptionRequest = { gates, domain: DOMAIN, content: CONTENT, reason: text, risk, control: 'watched', expiresAt }
    const isOpen = this.exception !== null && ['requested', 'approved'].includes(effectiveState(this.exception, this.now))
    if (kind === 'request' ? isOpen : this.exception === null) return false
    const before = kind === 'request' ? [] : (this.exception?.versions ?? [])
    const no =
      (kind === 'request' || this.exception === null ? whyNotAsk(DOMAIN, person) : whyNotEdit(this.exception, person, this.now)) ??
      requestFaults(request, (gate) => (gate.startsWith('global/') ? null : DOMAIN), this.now)[0] ??
      whyNotRequest(request, [...before, { by: person }], this.requestCase, this.now)
    if (no !== null) return false
    if (kind === 'request' || this.exception === null) {
      this.exception = openException('exception-1', person, request, this.now)
      this.wordedBy = [who]
      this.approvals = []
    } else {
      this.exception = editException(this.exception, person, request, this.now)
      this.wordedBy.push(who)
    }
    this.subject += 1
    return true
  }

  record({ who, gate, passes }: Extract<Move, { kind: 'evidence' }>): boolean {
    const { against, passes: known } = this.evidence[gate] ?? { against: [], passes: [] }
    this.seen += 1
    const ref = `evidence:${this.seen}`
    this.evidence = {
      ...this.evidence,
      [gate]: passes ? { against, passes: [...known, ref] } : { against: [...against, ref], passes: known },
    }
    if (!passes && gate.startsWith('global/')) this.failedGlobals = [gate]
    this.authors.push(who)
    if (!passes && this.exception !== null && currentVersion(this.exception).request.gates.includes(gate)) this.subject += 1
    return true
  }

  changeRole({ kind, who, by, role }: Extract<Move, { kind: 'grant' | 'take' }>): boolean {
    this.people = this.people.map((person) => {
      if (person.id !== who) return person
      const others = person.grants.filter((grant) => grant.role !== role)
      return { ...person, grants: kind === 'take' ? others : [...others, aGrant(role, { grantedBy: `person:${by}`, grantedAt: this.now })] }
    })
    return true
  }

  decide(kind: 'approve' | 'reject' | 'withdraw' | 'revoke', person: Person): boolean {
    const { exception, now } = this
    if (exception === null) return false
    const exceptionCase = { ...this.requestCase, exception }
    const ending = { at: now, by: person.id, reason: null }
    if (kind === 'withdraw') {
      if (whyNotWithdraw(exception, person, now) !== null) return false
      this.exception = endException(exception, 'withdrawn', ending)
    } else if (kind === 'revoke') {
      if (whyNotRevoke(exception, person, now) !== null) return false
      this.exception = endException(exception, 'revoked', ending)
    } else {
      if (whyNotDecide(exceptionCase, person, kind, now) !== null) return false
      this.exception = decideException(exceptionCase, person, { decision: kind, reason: 'because' }, now)
      if (kind === 'approve') this.approvals.push({ who: person.id, subject: this.subject })
    }
    return true
  }

  stateNow(): ExceptionState | null {
    return this.exception === null ? null : effectiveState(this.exception, this.now)
  }
}

/** What must be true of an approval at the moment it is complete, by the test's own reckoning. */
function expectRightlyApproved(world: World): void {
  const places = world.exception?.approval?.places ?? []
  const persons = places.map(({ by }) => personOf(by.id))
  expect(new Set(persons).size, 'each place is another person').toBe(places.length)
  const excluded = new Set([...world.wordedBy, ...world.authors].map(personOf))
  expect(persons.filter((person) => excluded.has(person))).toEqual([])
  for (const { place, by } of places) {
    const held = world.person(by.id).grants.filter(({ role }) => role === place.role)
    expect(
      held.some(({ grantedBy, grantedAt }) => grantedBy !== `person:${by.id}` && world.now.getTime() - grantedAt.getTime() >= COOL_DOWN_MS),
    ).toBe(true)
    expect(world.approvals, 'approved what is in force, as it is worded and known now').toContainEqual({
      who: by.id,
      subject: world.subject,
    })
  }
  const { risk, gates } = currentVersion(world.exception ?? expect.fail()).request
  const byRisk = {
    low: ['domain-owner'],
    medium: ['domain-owner', 'release-manager'],
    high: ['architect', 'release-manager', 'security-reviewer'],
    none: [],
  }[risk]
  const roles = places.map(({ place }) => place.role)
  const reviewers = { architecture: 'architect', security: 'security-reviewer', governance: 'governance-reviewer' } as const
  const asked = [...byRisk, ...(gates.length > 1 ? ['release-manager'] : []), ...world.start.reviews.map((review) => reviewers[review])]
  expect([...roles].sort()).toEqual([...new Set(asked)].sort())
}

describe('invariant 6: no approval set ever holds an excluded person, and it counts each person once', () => {
  it('whatever six people and a second account do, in whatever order', () => {
    const seen = new Map<string, number>()
    fc.assert(
      fc.property(anyStart, fc.array(anyMove, { minLength: 5, maxLength: 60, size: 'max' }), (start, moves) => {
        const world = new World(start)
        for (const move of moves) {
          const [before, was] = [world.stateNow(), world.exception]
          const made = world.make(move)
          const after = world.stateNow()
          if (!made) expect(world.exception).toBe(was)
          if (before !== null && after !== null && before !== after && move.kind !== 'request')
            expect(EXCEPTION_MOVES[before]).toContain(after)
          if (after === 'approved' && before !== 'approved') expectRightlyApproved(world)
          if (after === 'requested') expect(world.exception?.approval).toBeNull()
          if (after !== null && after !== before) seen.set(after, (seen.get(after) ?? 0) + 1)
        }
      }),
      { numRuns: 10_000 },
    )
    for (const state of ['requested', 'approved', 'rejected', 'withdrawn', 'revoked', 'expired']) {
      expect({ state, often: (seen.get(state) ?? 0) > 100 }).toEqual({ state, often: true })
    }
  })
})
