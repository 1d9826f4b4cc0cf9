import type { AnnouncedRun } from '#lib/model/announced-run.ts'
import { type Content, speaksFor } from '#lib/model/content.ts'
import type { Evidence } from '#lib/model/evidence.ts'
import type { Writer } from '#lib/model/token-scope.ts'
import { evidenceByIds } from '#lib/store/evidence.ts'
import { runsByIds } from '#lib/store/runs.ts'
import { ask } from '#lib/store/session.ts'
import type { FieldFault } from './field-fault.ts'
import { type ReportedEvidence, supersededBy } from './reported-evidence.ts'

/** What is wrong with the runs and the evidence that reports refer to. Neither ever changes or goes, so this may be asked beforehand. */
export async function whyNotReferences(
  repositoryId: bigint,
  reported: readonly ReportedEvidence[],
  writer: Pick<Writer, 'identity'>,
  pathOf: (at: number) => (field: string) => string,
): Promise<readonly FieldFault[]> {
  const evidenceIds = [...new Set(reported.flatMap(supersededBy))]
  const runIds = [...new Set(reported.flatMap(({ runId }) => runId ?? []))]
  if (evidenceIds.length === 0 && runIds.length === 0) return []
  const known = await ask(async (session) => ({
    evidence: await evidenceByIds(session, repositoryId, evidenceIds),
    runs: await runsByIds(session, repositoryId, runIds),
  }))
  const evidence = new Map(known.evidence.map((each) => [each.id, each]))
  const runs = new Map(known.runs.map((run) => [run.id, run]))
  return reported.flatMap((each, at) => [
    ...whyNotRun(each.runId ?? null, each.content, runs, pathOf(at)('runId')),
    ...supersededBy(each).flatMap((id) => whyNotSupersedes(evidence.get(id), each.gate, writer.identity, pathOf(at)('supersedes'))),
  ])
}

/** What is wrong with the run that something says it belongs to. */
export function whyNotRun(
  runId: string | null,
  content: Content,
  runs: ReadonlyMap<string, AnnouncedRun>,
  path: string,
): readonly FieldFault[] {
  if (runId === null) return []
  const run = runs.get(runId)
  if (run === undefined) return [{ code: 'run-mismatch', path, message: 'no run with this id was announced' }]
  return sharesName(run.content, content) ? [] : [{ code: 'run-mismatch', path, message: 'this run was announced for other content' }]
}

/** Only the one who failed can say that it passes now, and only of the same gate. */
function whyNotSupersedes(evidence: Evidence | undefined, gate: string, identity: string, path: string): readonly FieldFault[] {
  const because =
    evidence === undefined
      ? 'no evidence with this id is recorded'
      : evidence.gate !== gate
        ? `the evidence is of another gate, ${evidence.gate}`
        : evidence.producer.identity !== identity
          ? 'the evidence comes from another producer'
          : null
  return because === null ? [] : [{ code: 'supersedes-unknown', path, message: because }]
}

function sharesName(one: Content, other: Content): boolean {
  const names = {
    commits: one.gitCommit === undefined ? [] : [one.gitCommit],
    trees: one.gitTree === undefined ? [] : [one.gitTree],
    digests: one.sha256 === undefined ? [] : [one.sha256],
  }
  return speaksFor(other, names)
}
