import { describe, expect, it } from 'vitest'
import type { Exception, ExceptionRequest } from '#lib/model/exception.ts'
import type { RequestCase } from '#lib/model/exception-case.ts'
import type { Person } from '#lib/model/person.ts'
import { CONTENT, hoursAgo, NOW } from '#test/builders/a-candidate.ts'
import { aGrant, aPerson, aPersonThen } from '#test/builders/an-exception.ts'
import { decideException, editException, openException } from './change-exception.ts'
import { effectiveState } from './effective-state.ts'
import { whyNobodyCould } from './why-nobody-could.ts'
import { whyNotDecide } from './why-not-decide.ts'
import { requestFaults, whyNotRequest } from './why-not-request.ts'
import { whyNotRevoke, whyNotWithdraw } from './why-not-withdraw.ts'

const owner = aPerson('owner', ['domain-owner billing'])
const owner2 = aPerson('owner2', ['domain-owner billing'])
const manager = aPerson('manager', ['release-manager'])
const architect = aPerson('architect', ['architect'])
const security = aPerson('security', ['security-reviewer'])
const admin = aPerson('admin', ['admin'])
const everybody = [owner, owner2, manager, architect, security, admin]

const wanted: ExceptionRequest = {
  gates: ['billing/local/unit'],
  domain: 'billing',
  content: CONTENT,
  reason: 'the exporter moves on Monday',
  risk: 'low',
  control: null,
  expiresAt: hoursAgo(-48),
}
const world = (given: Partial<RequestCase> = {}): RequestCase => ({
  reviews: [],
  evidence: {},
  authors: [],
  people: everybody,
  failedGlobals: [],
  ...given,
})
const asked = (given: Partial<ExceptionRequest> = {}) => openException('e', owner, { ...wanted, ...given }, hoursAgo(1))
const why = (person: Person, exception: Exception = asked(), given: Partial<RequestCase> = {}) =>
  whyNotDecide({ ...world({ people: [...everybody, person], ...given }), exception }, person, 'approve', NOW)?.why ?? null
const approved = (exception: Exception, person: Person, given: Partial<RequestCase> = {}) =>
  decideException({ ...world(given), exception }, person, { decision: 'approve', reason: 'known' }, NOW)

describe('"never the requester, an editor of the request, the author of the evidence being excepted"', () => {
  it.each([
    ['who asked', owner, asked(), /You asked for this exception/],
    [
      'a second account of theirs',
      { ...owner2, id: 'other', email: 'OWNER+x@example.test' },
      asked(),
      /counts as the same person as owner/,
    ],
    ['who edited', owner2, editException(asked(), owner2, wanted, NOW), /You edited this request/],
    ['a role of another domain', aPerson('x', ['domain-owner identity']), asked(), /needs the approval of a domain owner of billing/],
    ['an administrator', admin, asked(), /you are none of them/],
  ])('%s', (_, person, exception, sentence) => {
    expect(why(person, exception)).toMatch(sentence)
  })

  it('who recorded it, or owns the token that did', () => {
    expect(why(owner2, asked(), { authors: [aPersonThen('owner2')] })).toMatch(/nobody excepts their own evidence/)
    expect(why(owner2)).toBeNull()
  })

  it('a role that is younger than 24 hours, to the moment, or that a person gave themselves', () => {
    const since = (hours: number, given = {}) =>
      aPerson('new', [], { grants: [aGrant('domain-owner', { grantedAt: hoursAgo(hours), ...given })] })
    expect(why(since(23.99))).toMatch(/younger than 24 hours/)
    expect(why(since(24))).toBeNull()
    expect(why(since(1, { grantedBy: 'server' }))).toBeNull()
    expect(why(since(99, { grantedBy: 'person:new' }))).not.toBeNull()
  })
})

describe('"approvals needed: by risk, and the review domains that routing asked for. Distinct people"', () => {
  const medium = asked({ risk: 'medium', control: 'watched' })

  it('medium: whoever has both roles takes the place that lets the other in', () => {
    const both = aPerson('both', ['domain-owner', 'release-manager'])
    const people = [...everybody, both]
    const first = approved(medium, both, { people })
    expect(first.state).toBe('requested')
    expect(why(owner2, first, { people })).toBeNull()
    const second = approved(first, owner2, { people })
    expect(second.approval?.places).toEqual([
      { place: { role: 'release-manager' }, by: aPersonThen('both') },
      { place: { role: 'domain-owner', domain: 'billing' }, by: aPersonThen('owner2') },
    ])
  })

  it('an approval that fills no further place is refused, and so is the same person again', () => {
    const first = approved(medium, owner2)
    expect(why(owner2, first)).toMatch(/You have approved this already. Still needed: a release manager/)
    const third = aPerson('third', ['domain-owner'])
    expect(why(third, first, { people: [...everybody, third] })).toMatch(/The approval that you could give is there/)
  })

  it('a review that routing asked for adds its reviewer', () => {
    expect(approved(asked(), owner2).state).toBe('approved')
    expect(approved(asked(), owner2, { reviews: ['security'] }).state).toBe('requested')
    expect(why(security, asked(), { reviews: ['security'] })).toBeNull()
  })

  it('"any edit voids approvals", and so does evidence that the approver had not seen', () => {
    const first = approved(medium, owner2)
    const edited = editException(first, owner, { ...wanted, risk: 'medium', control: 'watched' }, NOW)
    expect(why(owner2, edited)).toBeNull()
    const evidence = { 'billing/local/unit': { against: ['evidence:1'], passes: [] } }
    expect(approved(first, manager, { evidence }).state).toBe('requested')
    expect(approved(first, manager).state).toBe('approved')
    expect(approved(first, manager, { people: everybody.filter(({ id }) => id !== 'owner2') }).state).toBe('requested')
  })
})

describe('"one reject by an architect, security or governance reviewer ends it"', () => {
  it('also when their approval is not needed; who asked withdraws instead', () => {
    const exceptionCase = { ...world(), exception: asked() }
    expect(whyNotDecide(exceptionCase, architect, 'reject', NOW)).toBeNull()
    expect(decideException(exceptionCase, architect, { decision: 'reject', reason: 'no' }, NOW).state).toBe('rejected')
    expect(whyNotDecide(exceptionCase, admin, 'reject', NOW)?.kind).toBe('person')
    expect(whyNotDecide(exceptionCase, owner, 'reject', NOW)?.why).toMatch(/can withdraw it/)
    expect(whyNotWithdraw(asked(), owner, NOW)).toBeNull()
    expect(whyNotWithdraw(asked(), owner2, NOW)?.kind).toBe('person')
  })
})

describe('an exception past its end has expired, whether or not anything wrote that down', () => {
  it('asked for or approved, and nothing leads out of it', () => {
    const over = approved(asked({ expiresAt: NOW }), owner2)
    expect(effectiveState(over, hoursAgo(0.001))).toBe('approved')
    expect(effectiveState(over, NOW)).toBe('expired')
    expect(whyNotRevoke(over, architect, NOW)?.why).toMatch(/nothing to revoke/)
    expect(why(owner2, asked({ expiresAt: NOW }))).toMatch(/^This exception ended at/)
  })
})

describe('what can be asked for', () => {
  const faults = (given: Partial<ExceptionRequest>) =>
    requestFaults({ ...wanted, control: 'x', ...given }, () => 'billing', NOW).map(({ path }) => path)

  it.each([
    ['low', 90],
    ['medium', 30],
    ['high', 14],
  ] as const)('a %s risk lasts %i days at most', (risk, days) => {
    expect(faults({ risk, expiresAt: hoursAgo(-24 * days) })).toEqual([])
    expect(faults({ risk, expiresAt: new Date(hoursAgo(-24 * days).getTime() + 1) })).toEqual(['expiresAt'])
    expect(faults({ risk, expiresAt: NOW })).toEqual(['expiresAt'])
  })

  it('a control for a medium and a high risk, and a risk at all', () => {
    expect(faults({ risk: 'low', control: null })).toEqual([])
    expect(faults({ risk: 'medium', control: ' ' })).toEqual(['control'])
    expect(faults({ risk: 'none' })).toEqual(['risk'])
  })

  it('"an exception that nobody could ever approve is refused at request time with that reason"', () => {
    const could = (people: readonly Person[], request = wanted) =>
      whyNobodyCould(request, [{ by: aPersonThen('owner') }], world({ people }), NOW)
    expect(could(everybody)).toBeNull()
    expect(could([owner, manager])).toMatch(/there is nobody left who could be a domain owner of billing/)
    const sameTwice = [aPerson('a', ['architect', 'security-reviewer']), aPerson('a+2', ['release-manager'], { email: 'a+2@example.test' })]
    expect(could(sameTwice, { ...wanted, risk: 'high' })).toMatch(/^Nobody could ever approve this/)
    const young = aPerson('young', [], { grants: [aGrant('domain-owner', { grantedAt: NOW })] })
    expect(could([young])).toBeNull()
    expect(could([young], { ...wanted, expiresAt: hoursAgo(-2) })).not.toBeNull()
  })

  it('"not possible for contract-global gates that failed"', () => {
    const refused = whyNotRequest(wanted, [{ by: owner }], world({ failedGlobals: ['global/contracts'] }), NOW)
    expect(refused).toMatchObject({ kind: 'state', why: expect.stringContaining('global/contracts failed on this content') })
  })
})
