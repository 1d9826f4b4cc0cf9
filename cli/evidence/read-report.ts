import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { CommandFault } from '#cli/command-fault.ts'
import { decodeUtf8 } from '#lib/formats/text-file.ts'
import type { EvidenceCounts } from '#lib/model/evidence.ts'
import { count } from '#lib/wording/count.ts'
import { visible } from '#lib/wording/fit-text.ts'

const LARGEST_REPORT = 32 * 1024 * 1024

/** What a test report says of a gate's run. */
export interface TestReport {
  readonly counts: EvidenceCounts
  /** Why tests in it were skipped, when each of them says; null otherwise. */
  readonly reason: string | null
}

/** Counts a JUnit report. Faults with its line when it cannot be read: a report that breaks off could hide a failure. */
export async function readTestReport(path: string, cwd: string): Promise<TestReport> {
  const { readJUnitReport } = await import('#lib/formats/junit-report.ts')
  const { counts, skippedWithoutReason, skipReasons, faults } = readJUnitReport(readReportText('--junit', path, cwd))
  const [fault] = faults
  if (fault !== undefined) {
    throw new CommandFault('report-unreadable', `${visible(path)}:${fault.line}:${fault.column} ${fault.message}`, fault.hint)
  }
  const isExplained = counts.skipped > 0 && skippedWithoutReason === 0 && skipReasons.length > 0
  return { counts, reason: isExplained ? `${count(counts.skipped, 'test')} skipped: ${skipReasons.join('; ')}`.slice(0, 10_000) : null }
}

/** The text of a report. Faults when it is not there, too large, or no UTF-8. */
export function readReportText(option: string, path: string, cwd: string): string {
  try {
    const file = resolve(cwd, path)
    if (statSync(file).size > LARGEST_REPORT) throw new Error('it is larger than 32 MiB')
    const text = decodeUtf8(new Uint8Array(readFileSync(file)))
    if (text === null) throw new Error('it is no UTF-8 text')
    return text
  } catch (cause) {
    throw new CommandFault(
      'file-unreadable',
      `The report ${visible(path)} cannot be read: ${visible(cause instanceof Error ? cause.message : String(cause))}.`,
      `Give ${option} the file that the tool wrote.`,
      { cause },
    )
  }
}
