import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import type { Session } from '#lib/store/database.ts'
import type { Page, PageAsked } from '#lib/store/page.ts'
import type { KnownRepository } from '#lib/store/repositories.ts'
import { ask } from '#lib/store/session.ts'
import { chooseRepository } from './choose-repository.ts'
import { readCursor, writeCursor } from './page-cursor.ts'

/** Which page of a list a client asks for. */
export interface ListAsked {
  readonly repository: string | null
  readonly limit: number
  /** The `next` of the page before; null for the first. */
  readonly cursor: string | null
}

/** A page of a list, as it is answered. */
export interface List<Item> {
  readonly items: readonly Item[]
  /** The cursor of the next page; null on the last. */
  readonly next: string | null
}

/** Answers one page of something that a repository has. */
export async function listPage<Item>(
  asked: ListAsked,
  read: (session: Session, repository: KnownRepository, page: PageAsked) => Promise<Page<Item>>,
): Promise<List<Item> | Refusal> {
  return ask(async (session) => {
    const repository = await chooseRepository(session, asked.repository)
    if (isRefusal(repository)) return repository
    const { items, next } = await read(session, repository, { before: readCursor(asked.cursor), limit: asked.limit })
    return { items, next: writeCursor(next) }
  })
}
