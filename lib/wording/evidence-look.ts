import type { ReportedResult } from '#lib/model/reported-result.ts'
import type { Status } from '#lib/model/status.ts'
import { groupDigits } from './count.ts'
import { REPORTED_RESULT_WORDING } from './reported-result.ts'

/** What decides how a reported result is drawn. */
export interface ShownResult {
  readonly result: ReportedResult
  readonly counts: EvidenceCounts | null
  readonly revoked: object | null
}

interface EvidenceCounts {
  readonly executed: number
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/** How a reported result is drawn: the shape and colour of a status, and its word. */
export interface ResultLook {
  readonly shape: Status
  readonly label: string
  readonly meaning: string
}

/**
 * The look of a reported result. A pass that was revoked, or that executed nothing, counts for nothing or less, so it never has the look
 * of a pass; an error looks as it counts, as a failure.
 */
export function resultLook({ result, counts, revoked }: ShownResult): ResultLook {
  const { label, meaning, next } = REPORTED_RESULT_WORDING[result]
  if (revoked !== null) return { shape: 'not-applicable', label: `${label}, revoked`, meaning: `${meaning} It was taken back since.` }
  if (result === 'passed' && counts?.executed === 0) {
    return { shape: 'blocked', label: `${label}, nothing executed`, meaning: `${meaning} But no test was executed, so it is no pass.` }
  }
  return { shape: result === 'error' ? 'failed' : result, label, meaning: `${meaning} ${next}` }
}

/** What was counted: `412 executed, 3 failed, 2 skipped`; what is not in it is 0. Null when nothing was counted. */
export function countsText(counts: EvidenceCounts | null): string | null {
  if (counts === null) return null
  const { executed, failed, skipped } = counts
  const parts = [`${groupDigits(executed)} executed`]
  if (failed > 0) parts.push(`${groupDigits(failed)} failed`)
  if (skipped > 0) parts.push(`${groupDigits(skipped)} skipped`)
  return parts.join(', ')
}
