import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '#lib/model/demo-accounts.ts'
import { addressKey, hasRole, type Person } from '#lib/model/person.ts'
import type { Role } from '#lib/model/role.ts'
import { findAccount, setPassword, switchDemoAccounts, takeOutOfDemo } from '#lib/store/accounts.ts'
import { holdAudit } from '#lib/store/audit.ts'
import type { Session } from '#lib/store/database.ts'
import { createPerson, findPerson, grantRole, loadPeople, type PersonToCreate } from '#lib/store/people.ts'
import { revokeSessionsOf } from '#lib/store/person-sessions.ts'
import { hashPassword, isPassword } from './password.ts'
import { recordAudit } from './record-audit.ts'

/** What the settings of the server say of people. */
export interface SettledPeople {
  readonly demo: boolean
  /** The first administrator; null for none. */
  readonly initAdmin: { readonly email: string; readonly password: string } | null
}

const BY_SERVER = { provider: null, createdBy: 'server' } as const

/** Brings the accounts in line with the settings, in the transaction of the session: those of the demo, and the first administrator's. */
export async function preparePeople(session: Session, { demo, initAdmin }: SettledPeople): Promise<void> {
  await holdAudit(session)
  await switchDemoAccounts(session, demo)
  if (demo) await makeDemoAccounts(session)
  if (initAdmin !== null) await makeAdmin(session, initAdmin)
}

async function makeDemoAccounts(session: Session): Promise<void> {
  const known = new Set((await loadPeople(session)).map(({ email }) => addressKey(email)))
  const missing = DEMO_ACCOUNTS.filter(({ email }) => !known.has(email))
  if (missing.length === 0) return
  // Everybody knows it: one hash will do for all.
  const password = await hashPassword(DEMO_PASSWORD)
  for (const { email, name, role } of missing) {
    const person = await makePerson(session, { ...BY_SERVER, email, name, password, isDemo: true })
    if (person !== null) await giveRole(session, person, role)
  }
}

/** The setting has the last word, so that a forgotten password is no dead end: changing it sets the password and signs everybody out. */
async function makeAdmin(session: Session, { email, password }: { readonly email: string; readonly password: string }): Promise<void> {
  await takeOutOfDemo(session, email)
  const account = await findAccount(session, email)
  if (account === null) {
    const name = email.split('@')[0] ?? email
    const person = await makePerson(session, { ...BY_SERVER, email, name, password: await hashPassword(password), isDemo: false })
    if (person !== null) await giveRole(session, person, 'admin')
    return
  }
  if (!(await isPassword(password, account.password))) {
    await setPassword(session, account.id, await hashPassword(password))
    await revokeSessionsOf(session, account.id)
  }
  const person = await findPerson(session, account.id)
  if (person !== null && !hasRole(person, 'admin', null)) await giveRole(session, person, 'admin')
}

async function makePerson(session: Session, person: PersonToCreate): Promise<Person | null> {
  const made = await createPerson(session, person)
  if (made === null) return null
  const { id, email, name } = made
  await recordAudit(session, {
    action: 'person.created',
    actor: 'server',
    repository: null,
    subject: `person:${id}`,
    details: { email, name },
  })
  return made
}

async function giveRole(session: Session, { id, name }: Person, role: Role): Promise<void> {
  const details = { domain: null, name, role }
  const { at } = await recordAudit(session, {
    action: 'role.granted',
    actor: 'server',
    repository: null,
    subject: `person:${id}`,
    details,
  })
  await grantRole(session, { personId: id, role, domain: null, grantedBy: 'server', grantedAt: at })
}
