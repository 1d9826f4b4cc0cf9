import { firstRepositories } from '#lib/store/repositories.ts'
import { ask } from '#lib/store/session.ts'

/** More are not offered to choose from; a repository beyond can still be named in the address. */
const MOST = 200

/** The names of the repositories whose model is stored, in order. */
export async function listRepositories(): Promise<readonly string[]> {
  const repositories = await ask((session) => firstRepositories(session, MOST))
  return repositories.map((repository) => repository.name)
}
