import { type Person, personIdentity } from '#lib/model/person.ts'
import type { Refusal } from '#lib/model/refusal.ts'
import { createPerson } from '#lib/store/people.ts'
import { answerOnce, type KeptDocument, type RetryKey } from './answer-once.ts'
import { hashPassword } from './password.ts'
import { personDocument } from './person-document.ts'
import { recordAudit } from './record-audit.ts'

export interface AccountToCreate {
  readonly email: string
  readonly name: string
  /** Null for whoever will sign in elsewhere, by this address. */
  readonly password: string | null
  readonly by: Person
  readonly retry: RetryKey | null
}

/** Makes an account, without any role. Refused when the address has one, however it is spelled. */
export async function createAccount({ email, name, password, by, retry }: AccountToCreate): Promise<KeptDocument | Refusal> {
  return answerOnce(retry, async () => {
    const hash = password === null ? null : await hashPassword(password)
    return async (session) => {
      const createdBy = personIdentity(by)
      const made = await createPerson(session, { email, name, provider: null, password: hash, isDemo: false, createdBy })
      if (made === null) return { refused: 'person-exists', detail: 'There is an account of this address already.' }
      const subject = personIdentity(made)
      const details = { email, name }
      const { at } = await recordAudit(session, { action: 'person.created', actor: createdBy, repository: null, subject, details })
      return { document: JSON.stringify(personDocument(made, at)), replayed: false }
    }
  })
}
