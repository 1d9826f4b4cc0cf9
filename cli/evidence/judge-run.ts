import { CommandFault } from '#cli/command-fault.ts'
import type { ChildEnd } from '#cli/process/run-child.ts'
import type { EvidenceArtifact, EvidenceCounts } from '#lib/model/evidence.ts'
import type { ReportedResult } from '#lib/model/reported-result.ts'
import { visible } from '#lib/wording/fit-text.ts'
import { measureArtifact } from './measure-artifact.ts'
import { readReportText, readTestReport } from './read-report.ts'

/** What a command's end and its reports say together. */
export interface JudgedRun {
  readonly result: ReportedResult
  readonly counts: EvidenceCounts | null
  readonly artifacts: readonly EvidenceArtifact[]
  readonly findings: string | null
  readonly reason: string | null
  /** What could not be read, for a person. */
  readonly faults: readonly string[]
}

export interface AskedReports {
  readonly junit?: string
  readonly findings?: string
  readonly artifact?: readonly string[]
  readonly reason?: string
}

/**
 * The result of a run. Only a command that ended with 0, whose report shows no failure and whose promised files are all there, has passed:
 * a report that nobody can read could hide anything.
 */
export async function judgeRun(end: ChildEnd, byShell: boolean, asked: AskedReports, cwd: string): Promise<JudgedRun> {
  const faults: string[] = []
  const attempt = async <T>(read: () => T | Promise<T>): Promise<T | null> => {
    try {
      return await read()
    } catch (fault) {
      if (!(fault instanceof CommandFault)) throw fault
      faults.push(visible(fault.message))
      return null
    }
  }
  const { junit, findings } = asked
  const tests = junit === undefined ? null : await attempt(() => readTestReport(junit, cwd))
  const report = findings === undefined ? null : await attempt(() => readReportText('--findings', findings, cwd))
  const artifacts: EvidenceArtifact[] = []
  for (const path of asked.artifact ?? []) {
    const measured = await attempt(() => measureArtifact(path, cwd))
    if (measured !== null) artifacts.push(measured)
  }
  const counts = tests?.counts ?? null
  const result = resultOf(end, byShell, counts, faults.length > 0)
  const because = result === 'error' ? [end.trouble ?? '', ...faults].filter((each) => each !== '').join(' ') : ''
  const reasons = [asked.reason ?? '', because, tests?.reason ?? ''].filter((each) => each !== '')
  return { result, counts, artifacts, findings: report, reason: reasons.length === 0 ? null : reasons.join(' ').slice(0, 10_000), faults }
}

function resultOf({ status, trouble }: ChildEnd, byShell: boolean, counts: EvidenceCounts | null, isIncomplete: boolean): ReportedResult {
  // A shell says 127 and 126 for a command that it could not start.
  if (trouble !== null || (byShell && (status === 127 || status === 126))) return 'error'
  if (status !== 0 || (counts?.failed ?? 0) > 0) return 'failed'
  return isIncomplete ? 'error' : 'passed'
}
