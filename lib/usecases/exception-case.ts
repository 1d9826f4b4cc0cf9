import type { CandidateFacts } from '#lib/model/candidate-facts.ts'
import { contentIdOf } from '#lib/model/content.ts'
import { currentVersion, type Exception, type ExceptionRequest } from '#lib/model/exception.ts'
import type { ExceptionCase, RequestCase } from '#lib/model/exception-case.ts'
import type { Person } from '#lib/model/person.ts'
import { identitiesBehind, lookAtRequest } from '#lib/rules/exceptions/look-at-request.ts'
import type { Session } from '#lib/store/database.ts'
import { peopleBehind } from '#lib/store/exceptions.ts'
import { loadPeople } from '#lib/store/people.ts'
import type { CurrentModel } from './current-model.ts'
import { loadCandidate, loadCandidates } from './load-candidate.ts'

/** What a request is decided by, with the facts of its candidate that it was read from. */
export interface LoadedRequest {
  readonly requestCase: RequestCase
  readonly facts: CandidateFacts
}

/** The same for an exception that there is. */
export interface LoadedException {
  readonly exceptionCase: ExceptionCase
  readonly facts: CandidateFacts
}

/** Loads what a request is decided by, at a moment. */
export async function loadRequest(session: Session, current: CurrentModel, request: ExceptionRequest, now: Date): Promise<LoadedRequest> {
  const { facts } = await loadCandidate(session, current.repository.id, contentIdOf(request.content), { gates: request.gates })
  return { requestCase: await caseOf(session, current, request, facts, await loadPeople(session), now), facts }
}

/** Loads what an exception is decided by, at a moment. */
export async function loadException(session: Session, current: CurrentModel, exception: Exception, now: Date): Promise<LoadedException> {
  const { requestCase, facts } = await loadRequest(session, current, currentVersion(exception).request, now)
  return { exceptionCase: { ...requestCase, exception }, facts }
}

/** The same for several exceptions, in as few questions as the candidates allow. */
export async function loadExceptions(
  session: Session,
  current: CurrentModel,
  exceptions: readonly Exception[],
  now: Date,
): Promise<readonly LoadedException[]> {
  if (exceptions.length === 0) return []
  const requests = exceptions.map((exception) => currentVersion(exception).request)
  const contentIds = [...new Set(requests.map(({ content }) => contentIdOf(content)))]
  const gates = [...new Set(requests.flatMap((request) => request.gates))]
  const facts = await loadCandidates(session, current.repository.id, contentIds, { gates })
  const people = await loadPeople(session)
  const loaded: LoadedException[] = []
  for (const exception of exceptions) {
    const { request } = currentVersion(exception)
    const own = facts.get(contentIdOf(request.content))
    if (own === undefined) throw new Error('the facts of a candidate that was asked for are not there')
    loaded.push({ exceptionCase: { ...(await caseOf(session, current, request, own, people, now)), exception }, facts: own })
  }
  return loaded
}

async function caseOf(
  session: Session,
  { compiled }: CurrentModel,
  { gates }: ExceptionRequest,
  facts: CandidateFacts,
  people: readonly Person[],
  now: Date,
): Promise<RequestCase> {
  const authors = await peopleBehind(session, identitiesBehind(facts, gates))
  return { ...lookAtRequest(compiled.model, facts, gates, now), authors, people }
}
