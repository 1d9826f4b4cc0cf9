import { type CandidateNames, type Content, contentIdOf, speaksFor } from '#lib/model/content.ts'
import type { SkipWithProof } from '#lib/model/skip.ts'
import { namesOfCandidates } from '#lib/store/candidates.ts'
import type { Session } from '#lib/store/database.ts'

/** What else their content is known by, for the skips whose proof names none of it outright. */
export async function namesOfSkips(
  session: Session,
  repositoryId: bigint,
  skips: readonly SkipWithProof[],
): Promise<ReadonlyMap<string, CandidateNames>> {
  const unclear = skips.filter(({ content, proof }) => proof?.kind === 'evidence' && !speaksFor(proof.evidence.content, ownNames(content)))
  return namesOfCandidates(session, repositoryId, [...new Set(unclear.map(({ content }) => contentIdOf(content)))])
}

/** What content is known by when nothing else is asked. */
export function ownNames(content: Content): CandidateNames {
  const { gitCommit, gitTree, sha256 } = content
  return {
    contentId: contentIdOf(content),
    commits: gitCommit === undefined ? [] : [gitCommit],
    trees: gitTree === undefined ? [] : [gitTree],
    digests: sha256 === undefined ? [] : [sha256],
    contradictions: [],
  }
}
