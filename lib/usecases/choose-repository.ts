import type { Refusal } from '#lib/model/refusal.ts'
import type { Session } from '#lib/store/database.ts'
import { findRepository, firstRepositories, type KnownRepository } from '#lib/store/repositories.ts'

const MOST_NAMED = 50

/** The repository that is meant: the one named, or the only one there is. With several, the caller must say which. */
export async function chooseRepository(session: Session, name: string | null): Promise<KnownRepository | Refusal> {
  if (name !== null) return (await findRepository(session, name)) ?? unknownRepository(name)
  const [first, ...others] = await firstRepositories(session, MOST_NAMED)
  if (first === undefined) return noModel()
  if (others.length === 0) return first
  const names = [first, ...others].map((repository) => repository.name).join(', ')
  return { refused: 'repository-required', detail: `There are several repositories: say which with ?repository=. Known: ${names}.` }
}

/** Nothing was ever sent, so nothing can be answered: not an empty answer, which would look like "no gates". */
export function noModel(): Refusal {
  return { refused: 'no-model', detail: 'No operating model is stored yet. Send one with `lanekeeper sync` from the governed repository.' }
}

function unknownRepository(name: string): Refusal {
  return { refused: 'repository-unknown', detail: `No model of ${name} is stored. Send one with \`lanekeeper sync\` from that repository.` }
}
