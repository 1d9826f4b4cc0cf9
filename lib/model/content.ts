/**
 * The content that evidence, a run or a skip names: any of a full commit, a full tree (40 or 64 lower-case hex each) and an immutable
 * artifact or manifest (64 hex, without `sha256:`). At least one is there.
 */
export interface Content {
  readonly gitCommit?: string
  readonly gitTree?: string
  readonly sha256?: string
}

/**
 * Everything a candidate is known by: names that belong together because somebody named them together. All commits of one tree are the
 * same source. Evidence speaks for the candidate when it shares one of these names.
 */
export interface CandidateNames {
  /** What was asked for: a full commit, a tree, or `sha256:…`. */
  readonly contentId: string
  readonly commits: readonly string[]
  readonly trees: readonly string[]
  readonly digests: readonly string[]
  /** Commits of this candidate that were named with two different trees. A commit has one, so nothing about them can be believed. */
  readonly contradictions: readonly string[]
}

/** True when evidence for `content` speaks for the candidate: they share a commit, a tree or a digest. */
export function speaksFor(content: Content, names: Pick<CandidateNames, 'commits' | 'trees' | 'digests'>): boolean {
  return (
    (content.gitCommit !== undefined && names.commits.includes(content.gitCommit)) ||
    (content.gitTree !== undefined && names.trees.includes(content.gitTree)) ||
    (content.sha256 !== undefined && names.digests.includes(content.sha256))
  )
}

/** The name a candidate is listed and asked for by: its commit, else its tree, else its digest. */
export function contentIdOf(content: Content): string {
  return content.gitCommit ?? content.gitTree ?? `sha256:${content.sha256}`
}
