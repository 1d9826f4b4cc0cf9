import type { CandidateNames, Content } from '#lib/model/content.ts'

/** Content of a candidate as it is answered: the name that was asked for, and the others where exactly one is known. */
export function candidateContent({ contentId, commits, trees, digests }: CandidateNames): Content {
  const asked: Content = contentId.startsWith('sha256:')
    ? { sha256: contentId.slice('sha256:'.length) }
    : trees.includes(contentId) && !commits.includes(contentId)
      ? { gitTree: contentId }
      : { gitCommit: contentId }
  return { ...onlyOne('gitCommit', commits), ...onlyOne('gitTree', trees), ...onlyOne('sha256', digests), ...asked }
}

function onlyOne(key: keyof Content, names: readonly string[]): Content {
  const [name] = names
  return name === undefined || names.length > 1 ? {} : { [key]: name }
}
