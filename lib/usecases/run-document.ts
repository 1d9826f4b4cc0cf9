import type { AnnouncedRun } from '#lib/model/announced-run.ts'
import { contentValue } from './content-value.ts'

/** A run as it is answered. */
export function runDocument(run: AnnouncedRun): string {
  return JSON.stringify({
    id: run.id,
    state: run.closedAt === null ? 'open' : 'closed',
    gates: run.gates,
    profile: run.profile,
    content: contentValue(run.content),
    deadline: run.deadline.toISOString(),
    announcedAt: run.announcedAt.toISOString(),
    closedAt: run.closedAt?.toISOString() ?? null,
  })
}
