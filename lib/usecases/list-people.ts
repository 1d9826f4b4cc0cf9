import { loadPeople } from '#lib/store/people.ts'
import { databaseMoment } from '#lib/store/sequence.ts'
import { ask } from '#lib/store/session.ts'
import { type PersonDocument, personDocument } from './person-document.ts'

/** Everybody who may sign in, by address, with the roles they have now: all on one page, an organisation has few enough. */
export async function listPeople(): Promise<{ readonly items: readonly PersonDocument[]; readonly next: null }> {
  return ask(async (session) => {
    const now = await databaseMoment(session)
    const people = await loadPeople(session)
    return { items: people.map((person) => personDocument(person, now)), next: null }
  })
}
