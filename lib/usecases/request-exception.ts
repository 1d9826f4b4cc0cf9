import { randomUUID } from 'node:crypto'
import { type Content, contentIdOf, speaksFor } from '#lib/model/content.ts'
import { currentVersion, type ExceptionRequest } from '#lib/model/exception.ts'
import { type Person, personIdentity } from '#lib/model/person.ts'
import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import { ANY_SCOPE } from '#lib/model/token-scope.ts'
import { editException, openException } from '#lib/rules/exceptions/change-exception.ts'
import { requestValue } from '#lib/rules/exceptions/request-hash.ts'
import { requestFaults, whyNotAsk, whyNotEdit, whyNotRequest } from '#lib/rules/exceptions/why-not-request.ts'
import { indexModel } from '#lib/rules/release/indexed-model.ts'
import { holdAudit } from '#lib/store/audit.ts'
import { candidateNames, candidateSeen } from '#lib/store/candidates.ts'
import type { Session } from '#lib/store/database.ts'
import { keepEdit, keepException } from '#lib/store/exceptions.ts'
import { findPerson } from '#lib/store/people.ts'
import { databaseMoment } from '#lib/store/sequence.ts'
import { answerOnce, type KeptDocument, type RetryKey } from './answer-once.ts'
import { type ChangeAsked, changeException, refuseWhyNot } from './change-exception.ts'
import { type CurrentModel, loadCurrentModel } from './current-model.ts'
import { loadException, loadRequest } from './exception-case.ts'
import { exceptionDocument } from './exception-document.ts'
import { type FieldFault, refuseFaults } from './field-fault.ts'
import { findGate, isFault } from './known-gate.ts'
import { recordAudit } from './record-audit.ts'
import { unknownDomain } from './unknown-domain.ts'

export interface ExceptionToRequest {
  readonly repository: string | null
  readonly request: ExceptionRequest
  readonly person: Person
  readonly retry: RetryKey | null
}

/**
 * Asks for an exception. Refused when the person may not ask for it, when it could not be one, or when nobody there is could ever approve
 * it. Answers the exception as JSON.
 */
export async function requestException(asked: ExceptionToRequest): Promise<KeptDocument | Refusal> {
  return answerOnce(asked.retry, async () => {
    const current = await loadCurrentModel(asked.repository)
    if (isRefusal(current)) return current
    const request = asAsked(asked.request)
    return async (session) => {
      await holdAudit(session)
      const person = await findPerson(session, asked.person.id)
      if (person === null) return { refused: 'exception-forbidden', detail: 'Your account does not work any more.' }
      const now = await databaseMoment(session)
      const refusal = await whyNot(session, current, request, [person], now)
      if (refusal !== null) return refusal
      const id = randomUUID()
      const { at } = await recordAudit(session, {
        action: 'exception.requested',
        actor: personIdentity(person),
        repository: current.repository.name,
        subject: id,
        details: requestValue(request),
      })
      const exception = openException(id, person, request, at)
      await keepException(session, current.repository.id, exception)
      const loaded = await loadException(session, current, exception, at)
      return {
        document: JSON.stringify(exceptionDocument(loaded, { model: current.compiled.model, person, now: at })),
        replayed: false,
        id,
      }
    }
  })
}

export interface EditToMake extends ChangeAsked {
  /** What is to be worded anew; everything else stays. */
  readonly change: Partial<ExceptionRequest>
}

/** Words a request anew: every approval so far was of other words, and counts no more. An edit that changes nothing is none. */
export async function rewordException(asked: EditToMake): Promise<KeptDocument | Refusal> {
  return changeException(asked, async ({ session, current, exceptionCase: { exception }, person, now }) => {
    const why = whyNotEdit(exception, person, now)
    if (why !== null) return refuseWhyNot(why)
    const before = currentVersion(exception).request
    const request = asAsked({ ...before, ...asked.change })
    if (JSON.stringify(requestValue(request)) === JSON.stringify(requestValue(before))) return null
    const people = [...exception.versions.map(({ by }) => by), person]
    const refusal = await whyNot(session, current, request, people, now, person)
    if (refusal !== null) return refusal
    return {
      action: 'exception.edited',
      details: { request: requestValue(request), version: currentVersion(exception).version + 1 },
      keep: async (at) => {
        const edited = editException(exception, person, request, at)
        await keepEdit(session, edited)
        return edited
      },
    }
  })
}

/** Each gate once and in one order; a control of nothing but space is none. */
function asAsked(request: ExceptionRequest): ExceptionRequest {
  const control = (request.control ?? '').trim() === '' ? null : request.control
  return { ...request, control, gates: [...new Set(request.gates)].sort() }
}

/** The refusal of a request, or null; `people` are who has worded it, the last of them now. */
async function whyNot(
  session: Session,
  current: CurrentModel,
  request: ExceptionRequest,
  people: readonly Pick<Person, 'id' | 'email' | 'name'>[],
  now: Date,
  asking: Person | null = null,
): Promise<Refusal | null> {
  const { model } = current.compiled
  if (!model.lanes.some(({ domainId }) => domainId === request.domain)) return unknownDomain(model, request.domain)
  const person = asking ?? (people.at(-1) as Person)
  const notTheirs = whyNotAsk(request.domain, person)
  if (notTheirs !== null) return refuseWhyNot(notTheirs)
  const unknown = request.gates.map((gate, at) => findGate(model, ANY_SCOPE, gate, `gates.${at}`)).filter(isFault)
  if (unknown.length > 0) return refuseFaults(unknown)
  const { gates } = indexModel(model)
  const faults = [
    ...requestFaults(request, (gate) => gates.get(gate)?.gate.domain ?? null, now),
    ...(await contentFaults(session, current, request.content)),
  ].map(({ path, message }): FieldFault => ({ code: 'exception-invalid', path, message }))
  if (faults.length > 0) return refuseFaults(faults)
  const { requestCase } = await loadRequest(session, current, request, now)
  const why = whyNotRequest(
    request,
    people.map((by) => ({ by })),
    requestCase,
    now,
  )
  return why === null ? null : refuseWhyNot(why)
}

/** Names that were never recorded together may be of two candidates, and whoever approves looks at one. */
async function contentFaults(session: Session, { repository }: CurrentModel, content: Content) {
  const names = await candidateNames(session, repository.id, contentIdOf(content))
  for (const [key, value] of Object.entries(content)) {
    const own = { [key]: value } as Content
    if (speaksFor(own, names)) continue
    const others = await candidateNames(session, repository.id, contentIdOf(own))
    const isKnown = [names, others].some(({ commits, trees, digests }) => commits.length + trees.length + digests.length > 1)
    const wasSeen =
      (await candidateSeen(session, repository.id, contentIdOf(content))) ?? (await candidateSeen(session, repository.id, contentIdOf(own)))
    if (isKnown || wasSeen !== null) {
      return [
        {
          path: 'content',
          message: `${contentIdOf(content)} and ${contentIdOf(own)} were never recorded together: name the content by one of them`,
        },
      ]
    }
  }
  return []
}
