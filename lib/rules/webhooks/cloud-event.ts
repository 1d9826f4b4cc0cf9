import type { AuditEntry } from '#lib/model/audit.ts'
import { readAuditRecord } from '#lib/model/audit-record.ts'
import type { WebhookTarget } from '#lib/model/webhook.ts'

const TYPE_PREFIX = 'dev.lanekeeper.'

/** Receivers take bodies up to some size; what is longer says where to read it. */
export const MOST_EVENT_BYTES = 64 * 1024

/** The action that an entry speaks of; null for one that cannot be read. */
export function actionOf(entry: AuditEntry): string | null {
  return readAuditRecord(entry)?.action ?? null
}

/** True when a target is told of an action. */
export function isAskedFor({ events }: Pick<WebhookTarget, 'events'>, action: string): boolean {
  return events.some((event) => event === '*' || event === action || (event.endsWith('.*') && action.startsWith(event.slice(0, -1))))
}

/**
 * An audit entry as a CloudEvent (1.0, JSON format). The id is the entry's sequence, the same for every try and every receiver; the type is
 * its action, whatever actions there come to be. Details that are too long are left out, and `detailsLeftOut` says so.
 */
export function cloudEvent(entry: AuditEntry, source: string): string {
  const record = readAuditRecord(entry)
  if (record === null) throw new Error(`the audit entry ${entry.sequence} cannot be read`)
  const { action, actor, details, repository, subject } = record
  const event = (data: object) =>
    JSON.stringify({
      specversion: '1.0',
      id: String(entry.sequence),
      source,
      type: `${TYPE_PREFIX}${action}`,
      subject,
      time: new Date(entry.at).toISOString(),
      datacontenttype: 'application/json',
      data: { sequence: entry.sequence, hash: entry.hash, action, actor, repository, subject, ...data },
    })
  const whole = event({ details })
  return new TextEncoder().encode(whole).length <= MOST_EVENT_BYTES ? whole : event({ details: null, detailsLeftOut: true })
}
