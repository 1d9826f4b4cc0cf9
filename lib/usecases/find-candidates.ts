import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import { candidatesBeginning } from '#lib/store/candidates.ts'
import { ask } from '#lib/store/session.ts'
import { chooseRepository } from './choose-repository.ts'

/** A candidate by name and when it was first seen. */
export interface FoundCandidate {
  readonly contentId: string
  readonly firstSeenAt: string
}

/** The least of a name that is looked for, in hex digits: less names everything. */
const LEAST = 4

/** Candidates whose commit, tree or `sha256:…` begins with what a person typed; none for a text that begins no name. At most `limit`. */
export async function findCandidates(asked: {
  readonly repository: string | null
  readonly text: string
  readonly limit: number
}): Promise<{ readonly items: readonly FoundCandidate[] } | Refusal> {
  const beginning = beginningOfName(asked.text)
  return ask(async (session) => {
    const repository = await chooseRepository(session, asked.repository)
    if (isRefusal(repository)) return repository
    if (beginning === null) return { items: [] }
    const found = await candidatesBeginning(session, repository.id, beginning, asked.limit)
    return { items: found.map(({ contentId, firstSeenAt }) => ({ contentId, firstSeenAt: firstSeenAt.toISOString() })) }
  })
}

function beginningOfName(text: string): string | null {
  const name = text.trim().toLowerCase()
  const [, digits = ''] = /^(?:sha256:)?([0-9a-f]{0,64})$/.exec(name) ?? []
  return digits.length < LEAST ? null : name
}
