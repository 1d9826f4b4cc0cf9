import { Unavailable } from '#lib/model/unavailable.ts'
import { historyDoubt, missingMigrations } from '#lib/store/session.ts'

/**
 * Answers when the database answers and has every migration; throws `Unavailable` otherwise. A history that is doubted can still be read:
 * then the answer says why nothing can be recorded.
 */
export async function checkReadiness(): Promise<{ readonly status: 'ready'; readonly warning?: string }> {
  const missing = await missingMigrations()
  if (missing.length > 0) throw new Unavailable(`the database lacks the migrations ${missing.join(', ')}`)
  const warning = historyDoubt()
  return { status: 'ready', ...(warning === null ? {} : { warning }) }
}

/** Why nothing is recorded at present, with what to do about it; null while it is. */
export function whyNothingIsRecorded(): string | null {
  return historyDoubt()
}

/** Whether the history is not the one that was signed for, so that what is read of it may lack its end or be another. */
export function isHistoryDoubted(): boolean {
  return historyDoubt() !== null
}
