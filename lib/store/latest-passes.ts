import type { Session } from './database.ts'

/** Makes the newest standing passes again from the evidence alone: byte for byte what the writes have kept. */
export async function rebuildLatestPasses(session: Session): Promise<void> {
  await session.$queryRaw`SELECT rebuild_latest_pass()::text`
}
