import { hasRole, type Person, personIdentity } from '#lib/model/person.ts'
import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import type { Role } from '#lib/model/role.ts'
import { endsSoon } from '#lib/rules/exceptions/ends-soon.ts'
import type { ExceptionDocument } from './exception-document.ts'
import { type DebtDocument, listDebt } from './list-debt.ts'
import { listExceptions } from './list-exceptions.ts'

export interface InboxAsked {
  readonly repository: string | null
  readonly person: Person
  readonly now: Date
}

/** What waits for a person, each as it is at this moment. */
export interface ReadInbox {
  readonly waiting: readonly ExceptionDocument[]
  readonly own: readonly ExceptionDocument[]
  readonly ending: readonly ExceptionDocument[]
  readonly owed: readonly DebtDocument[]
}

const MOST = 200

/** Who is to see to it that an exception is repaid before it ends. */
const ANSWERS_FOR: readonly Role[] = ['domain-owner', 'release-manager']

/** What needs a person: requests that they could approve, their own that are open, what ends within seven days, and what their domains owe. */
export async function readInbox({ repository, person, now }: InboxAsked): Promise<ReadInbox | Refusal> {
  const every = { repository, person, domain: null, gate: null, contentId: null, cursor: null, limit: MOST } as const
  const waiting = await listExceptions({ ...every, state: 'requested', needsMe: true })
  if (isRefusal(waiting)) return waiting
  const asked = await listExceptions({ ...every, state: 'requested', needsMe: false })
  if (isRefusal(asked)) return asked
  const approved = await listExceptions({ ...every, state: 'approved', needsMe: false })
  if (isRefusal(approved)) return approved
  const debt = await listDebt({ repository, cursor: null, limit: MOST, state: 'open', kinds: null, domain: null })
  if (isRefusal(debt)) return debt
  const answersFor = (domain: string) => ANSWERS_FOR.some((role) => hasRole(person, role, domain))
  return {
    waiting: waiting.items,
    own: asked.items.filter(({ requestedBy }) => requestedBy === personIdentity(person)),
    ending: approved.items.filter((each) => endsSoon(each, now) && answersFor(each.domain)),
    owed: debt.items.filter(({ domain }) => domain !== null && hasRole(person, 'domain-owner', domain)),
  }
}

/** How many requests a person could approve now; null where that cannot be said. */
export async function countWaiting({ repository, person }: Omit<InboxAsked, 'now'>): Promise<number | null> {
  const asked = { repository, person, domain: null, gate: null, contentId: null, cursor: null, limit: MOST } as const
  const waiting = await listExceptions({ ...asked, state: 'requested', needsMe: true })
  return isRefusal(waiting) ? null : waiting.items.length
}
