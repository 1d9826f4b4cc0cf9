import { hasRole, isSamePerson, type Person, personIdentity, type RoleGrant } from '#lib/model/person.ts'
import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import { areApart, type Role } from '#lib/model/role.ts'
import { holdAudit } from '#lib/store/audit.ts'
import type { Session } from '#lib/store/database.ts'
import { findPerson, grantRole, loadPeople, revokeRole } from '#lib/store/people.ts'
import { answerOnce, type KeptDocument, type RetryKey } from './answer-once.ts'
import { loadCurrentModel } from './current-model.ts'
import { personDocument } from './person-document.ts'
import { recordAudit } from './record-audit.ts'
import { unknownDomain } from './unknown-domain.ts'

export interface RoleChange {
  readonly personId: string
  readonly role: Role
  /** Null: for all domains. */
  readonly domain: string | null
  /** An administrator, as they were when they asked. */
  readonly by: Person
  readonly retry: RetryKey | null
}

/** Gives a person a role, and answers them with the roles they have. Nobody gives one to themselves. */
export async function giveRole(change: RoleChange): Promise<KeptDocument | Refusal> {
  return answerOnce(change.retry, async () => (await whyNotDomain(change)) ?? ((session) => give(session, change)))
}

/** Takes a role back from a person, from this moment on, and answers them with those they keep. The last administrator stays one. */
export async function takeRole(change: RoleChange): Promise<KeptDocument | Refusal> {
  return answerOnce(change.retry, async () => (session) => take(session, change))
}

/** A role for a domain that is misspelled would be for nothing. Where there are several repositories any could have it. */
async function whyNotDomain({ domain, role }: RoleChange): Promise<Refusal | null> {
  if (domain === null) return null
  if (role === 'admin') return refused('An administrator is one for all domains.')
  const current = await loadCurrentModel(null)
  if (isRefusal(current)) return null
  const { model } = current.compiled
  return model.lanes.some(({ domainId }) => domainId === domain) ? null : unknownDomain(model, domain)
}

async function give(session: Session, change: RoleChange): Promise<KeptDocument | Refusal> {
  const { role, domain } = change
  const person = await changeable(session, change)
  if (isRefusal(person)) return person
  if (person.grants.some((grant) => isOf(grant, change))) {
    return { refused: 'role-held', detail: `${person.name} has this role already.` }
  }
  const apart = person.grants.find((grant) => areApart(grant.role, role))
  if (apart !== undefined) {
    return refused(`${person.name} is ${apart.role}: whoever gives roles does not decide by one. Take that role back first.`)
  }
  const { at } = await recordChange(session, 'role.granted', person, change)
  await grantRole(session, { personId: person.id, role, domain, grantedBy: personIdentity(change.by), grantedAt: at })
  return answer(session, person.id, at)
}

async function take(session: Session, change: RoleChange): Promise<KeptDocument | Refusal> {
  const { role, domain, by } = change
  const person = await changeable(session, change)
  if (isRefusal(person)) return person
  if (!person.grants.some((grant) => isOf(grant, change))) {
    return { refused: 'role-not-held', detail: `${person.name} does not have this role so.` }
  }
  const admins = (await loadPeople(session)).filter((each) => hasRole(each, 'admin', null))
  if (role === 'admin' && admins.length < 2) return refused('The last administrator stays one: make another first.')
  const { at } = await recordChange(session, 'role.revoked', person, change)
  await revokeRole(session, { personId: person.id, role, domain, revokedBy: personIdentity(by), revokedAt: at })
  return answer(session, person.id, at)
}

/** The person, if their roles may be changed by whoever asks: looked at under the audit chain, which every change of a role holds. */
async function changeable(session: Session, { personId, by }: RoleChange): Promise<Person | Refusal> {
  await holdAudit(session)
  const asking = await findPerson(session, by.id)
  if (asking === null || !hasRole(asking, 'admin', null)) return refused('You are no administrator any more.')
  const person = await findPerson(session, personId)
  if (person === null) return { refused: 'person-unknown', detail: 'There is no account of this id; GET /api/v1/people lists them.' }
  if (isSamePerson(person, by)) return refused('Nobody changes their own roles. Ask another administrator.')
  return person
}

function isOf(grant: RoleGrant, { role, domain }: RoleChange): boolean {
  return grant.role === role && grant.domain === domain
}

function recordChange(session: Session, action: 'role.granted' | 'role.revoked', { id, name }: Person, { role, domain, by }: RoleChange) {
  const details = { domain, name, role }
  return recordAudit(session, { action, actor: personIdentity(by), repository: null, subject: `person:${id}`, details })
}

async function answer(session: Session, id: string, now: Date): Promise<KeptDocument> {
  const person = await findPerson(session, id)
  if (person === null) throw new Error('a person whose roles were changed is there')
  return { document: JSON.stringify(personDocument(person, now)), replayed: false }
}

function refused(detail: string): Refusal {
  return { refused: 'role-refused', detail }
}
