import type { AnnouncedRun } from '#lib/model/announced-run.ts'
import type { CandidateFacts, LastPass } from '#lib/model/candidate-facts.ts'
import type { CandidateNames, Content } from '#lib/model/content.ts'
import type { Evidence } from '#lib/model/evidence.ts'
import type { GrantedException } from '#lib/model/exception.ts'
import type { SkipWithProof } from '#lib/model/skip.ts'

/** What was recorded of one gate for the candidate. */
export interface RecordedOfGate {
  readonly evidence: readonly Evidence[]
  readonly skips: readonly SkipWithProof[]
  readonly runs: readonly AnnouncedRun[]
  readonly lastPass: LastPass | null
  readonly exceptions: readonly GrantedException[]
}

const NOTHING: readonly never[] = []

/** Sorts a candidate's facts by gate, in one pass over each list. What names other content is left out, wherever it came from. */
export function sortFacts(facts: CandidateFacts): (gate: string) => RecordedOfGate {
  const speaks = speakingFor(facts.names)
  const evidence = byGate(
    facts.evidence.filter(({ content }) => speaks(content)),
    ({ gate }) => [gate],
  )
  const skips = byGate(
    facts.skips.filter(({ content }) => speaks(content)),
    ({ gate }) => [gate],
  )
  const runs = byGate(
    facts.runs.filter(({ content }) => speaks(content)),
    ({ gates }) => [...new Set(gates)],
  )
  const exceptions = facts.exceptions.filter(({ content }) => speaks(content))
  const lastPasses = new Map(facts.lastPasses.map((pass) => [pass.gate, pass]))
  return (gate) => ({
    evidence: evidence.get(gate) ?? NOTHING,
    skips: skips.get(gate) ?? NOTHING,
    runs: runs.get(gate) ?? NOTHING,
    lastPass: lastPasses.get(gate) ?? null,
    exceptions: exceptions.length === 0 ? NOTHING : exceptions.filter(({ gates }) => gates.includes(gate)),
  })
}

/** As `speaksFor`, for many contents of one candidate. */
function speakingFor(names: CandidateNames): (content: Content) => boolean {
  const [commits, trees, digests] = [new Set(names.commits), new Set(names.trees), new Set(names.digests)]
  return ({ gitCommit, gitTree, sha256 }) =>
    (gitCommit !== undefined && commits.has(gitCommit)) ||
    (gitTree !== undefined && trees.has(gitTree)) ||
    (sha256 !== undefined && digests.has(sha256))
}

/** The server's sequence orders what was recorded, whatever the order it comes in. */
function byGate<T extends { readonly sequence: number }>(
  all: readonly T[],
  gatesOf: (each: T) => readonly string[],
): ReadonlyMap<string, readonly T[]> {
  const sorted = new Map<string, T[]>()
  for (const each of [...all].sort((a, b) => a.sequence - b.sequence)) {
    for (const gate of gatesOf(each)) {
      const known = sorted.get(gate)
      if (known === undefined) sorted.set(gate, [each])
      else known.push(each)
    }
  }
  return sorted
}
