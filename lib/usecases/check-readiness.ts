import { Unavailable } from '#lib/model/unavailable.ts'
import { missingMigrations } from '#lib/store/session.ts'

/** Returns when the database answers and has every migration; throws `Unavailable` otherwise. */
export async function checkReadiness(): Promise<void> {
  const missing = await missingMigrations()
  if (missing.length > 0) throw new Unavailable(`the database lacks the migrations ${missing.join(', ')}`)
}
