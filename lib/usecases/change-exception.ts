import type { AuditAction, AuditValue } from '#lib/model/audit.ts'
import type { Exception } from '#lib/model/exception.ts'
import { type Person, personIdentity } from '#lib/model/person.ts'
import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import type { WhyNot } from '#lib/rules/exceptions/why-not.ts'
import { holdAudit } from '#lib/store/audit.ts'
import type { Session } from '#lib/store/database.ts'
import { holdException } from '#lib/store/exceptions.ts'
import { findPerson } from '#lib/store/people.ts'
import { databaseMoment } from '#lib/store/sequence.ts'
import { answerOnce, type KeptDocument, type RetryKey } from './answer-once.ts'
import { type CurrentModel, loadCurrentModel } from './current-model.ts'
import { type LoadedException, loadException } from './exception-case.ts'
import { exceptionDocument } from './exception-document.ts'
import { recordAudit } from './record-audit.ts'
import { isRecordId } from './record-id.ts'

/** Who wants to change which exception. */
export interface ChangeAsked {
  readonly repository: string | null
  readonly id: string
  /** As they were when they asked; what they are is read again under the lock. */
  readonly person: Person
  readonly retry: RetryKey | null
}

/** An exception that is held, with who wants to change it and all that this is decided by. */
export interface HeldException extends LoadedException {
  readonly session: Session
  readonly current: CurrentModel
  readonly person: Person
  readonly now: Date
}

/** A change that was allowed: what the audit entry says, and what is kept with the entry's moment. */
export interface AllowedChange {
  readonly action: AuditAction
  readonly details: AuditValue
  readonly keep: (at: Date) => Promise<Exception>
}

/**
 * Changes an exception while nobody else can: looks at it, at the evidence and at the people under the lock, decides, and keeps the change
 * with its one audit entry. `decide` answers null when there is nothing to change. Answers the exception as JSON.
 */
export async function changeException(
  asked: ChangeAsked,
  decide: (held: HeldException) => Promise<AllowedChange | Refusal | null>,
): Promise<KeptDocument | Refusal> {
  return answerOnce(asked.retry, async () => {
    const current = await loadCurrentModel(asked.repository)
    if (isRefusal(current)) return current
    if (!isRecordId(asked.id)) return exceptionUnknown()
    return async (session) => {
      await holdAudit(session)
      const exception = await holdException(session, current.repository.id, asked.id)
      if (exception === null) return exceptionUnknown()
      const person = await findPerson(session, asked.person.id)
      if (person === null) return { refused: 'exception-forbidden', detail: 'Your account does not work any more.' }
      const now = await databaseMoment(session)
      const loaded = await loadException(session, current, exception, now)
      const change = await decide({ ...loaded, session, current, person, now })
      if (change === null) return { document: JSON.stringify(shown(loaded, current, person, now)), replayed: true }
      if (isRefusal(change)) return change
      const { action, details } = change
      const repository = current.repository.name
      const { at } = await recordAudit(session, { action, actor: personIdentity(person), repository, subject: exception.id, details })
      const changed = await loadException(session, current, await change.keep(at), at)
      return { document: JSON.stringify(shown(changed, current, person, at)), replayed: false, id: exception.id }
    }
  })
}

function shown(loaded: LoadedException, { compiled }: CurrentModel, person: Person, now: Date) {
  return exceptionDocument(loaded, { model: compiled.model, person, now })
}

/** There is no exception of this id, in this repository. */
export function exceptionUnknown(): Refusal {
  return { refused: 'exception-unknown', detail: 'No exception has this id; GET /api/v1/exceptions lists those that there are.' }
}

/** A no as it is answered: 403 for who may never, 409 for as it stands now. */
export function refuseWhyNot({ kind, why }: WhyNot): Refusal {
  return { refused: kind === 'person' ? 'exception-forbidden' : 'exception-conflict', detail: why }
}
