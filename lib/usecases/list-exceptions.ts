import type { Exception, ExceptionState } from '#lib/model/exception.ts'
import type { Person } from '#lib/model/person.ts'
import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import { whyNotDecide } from '#lib/rules/exceptions/why-not-decide.ts'
import { candidateNames } from '#lib/store/candidates.ts'
import type { Session } from '#lib/store/database.ts'
import { type ExceptionFilter, pageOfExceptions } from '#lib/store/exceptions.ts'
import { databaseMoment } from '#lib/store/sequence.ts'
import { askOfOneMoment } from '#lib/store/session.ts'
import { type CurrentModel, loadCurrentModel } from './current-model.ts'
import { type LoadedException, loadExceptions } from './exception-case.ts'
import { type ExceptionDocument, exceptionDocument } from './exception-document.ts'
import type { List, ListAsked } from './list-page.ts'
import { readCursor, writeCursor } from './page-cursor.ts'

export interface ExceptionsAsked extends ListAsked {
  readonly state: ExceptionState | null
  readonly domain: string | null
  readonly gate: string | null
  /** A commit, a tree or `sha256:…` of the candidate. */
  readonly contentId: string | null
  /** Only those that whoever asks may approve now; nobody who is not signed in may any. */
  readonly needsMe: boolean
  readonly person: Person | null
}

/** So many open requests are looked through at once for those that somebody may decide. */
const MOST_LOOKED_THROUGH = 200

/** Exceptions, newest first, each as it is at this moment. */
export async function listExceptions(asked: ExceptionsAsked): Promise<List<ExceptionDocument> | Refusal> {
  const current = await loadCurrentModel(asked.repository)
  if (isRefusal(current)) return current
  return askOfOneMoment(async (session) => {
    const now = await databaseMoment(session)
    const { id } = current.repository
    const names = asked.contentId === null ? null : await candidateNames(session, id, asked.contentId)
    const filter: ExceptionFilter = { state: asked.state, domain: asked.domain, gate: asked.gate, names, now }
    const page = { before: readCursor(asked.cursor), limit: asked.limit }
    const { items, next } = asked.needsMe
      ? await pageForPerson(session, current, filter, page, asked.person)
      : await wholePage(session, current, filter, page)
    const { model } = current.compiled
    return { items: items.map((each) => exceptionDocument(each, { model, person: asked.person, now })), next: writeCursor(next) }
  })
}

interface LoadedPage {
  readonly items: readonly LoadedException[]
  readonly next: bigint | null
}

type PageWanted = Parameters<typeof pageOfExceptions>[3]

async function wholePage(session: Session, current: CurrentModel, filter: ExceptionFilter, page: PageWanted): Promise<LoadedPage> {
  const { items, next } = await pageOfExceptions(session, current.repository.id, filter, page)
  return { items: await loadExceptions(session, current, items, filter.now), next }
}

/** Of the open requests those that the person may decide. Who may is no question for the database, so they are looked through. */
async function pageForPerson(
  session: Session,
  current: CurrentModel,
  filter: ExceptionFilter,
  page: PageWanted,
  person: Person | null,
): Promise<LoadedPage> {
  if (person === null || (filter.state ?? 'requested') !== 'requested') return { items: [], next: null }
  const open = { ...filter, state: 'requested' as const }
  const { items, next } = await wholePage(session, current, open, { ...page, limit: MOST_LOOKED_THROUGH })
  const theirs = items.filter(({ exceptionCase }) => whyNotDecide(exceptionCase, person, 'approve', filter.now) === null)
  const shown = theirs.slice(0, page.limit)
  const last = shown.at(-1)?.exceptionCase.exception
  return { items: shown, next: theirs.length > shown.length && last !== undefined ? placeOf(last) : next }
}

function placeOf({ sequence }: Exception): bigint {
  return BigInt(sequence)
}
