import { createHash } from 'node:crypto'
import type { AuditEntry, AuditValue } from '#lib/model/audit.ts'
import { type ReadAuditRecord, readAuditRecord } from '#lib/model/audit-record.ts'
import type { PacketBody } from '#lib/model/release-packet.ts'
import { canonicalText } from '../audit/canonical-text.ts'
import { promotionText } from '../audit/promotion-text.ts'
import type { Wrong } from './check-segments.ts'

/** What is wrong between a packet and the entries that it leans on, or null: the promotion, its plan and its skips are what was recorded. */
export function checkRecord(body: PacketBody, entries: readonly AuditEntry[]): Wrong | null {
  return checkPromotion(body, entries) ?? checkPlan(body, entries) ?? checkSkips(body, entries)
}

function checkPromotion(body: PacketBody, entries: readonly AuditEntry[]): Wrong | null {
  const { promotion, items, plan, gates, skips, exceptions } = body
  const found = find(entries, 'promotion.recorded', promotion.id)
  const where = `promotion ${promotion.id}`
  if (found === null) return { where, because: 'No audit entry in the packet says that it was recorded.' }
  const { entry, record } = found
  const details = partsOf(record.details)
  const sha256 = createHash('sha256')
    .update(promotionText(items, { planId: plan?.id ?? null, gates, skips, exceptions }))
    .digest('hex')
  if (details.sha256 !== sha256) {
    return {
      where: 'items, gates, skips and exceptions',
      because: `They are not what entry ${entry.sequence} of the audit chain says the promotion rested on.`,
    }
  }
  const said = {
    repository: record.repository,
    domain: details.domain ?? null,
    content: details.content ?? null,
    modelDigest: details.modelDigest ?? null,
    promotedBy: record.actor,
    promotedAt: new Date(entry.at).toISOString(),
  }
  const { id: _, verdict: __, ...named } = promotion
  const plain = JSON.parse(JSON.stringify(named)) as AuditValue
  return canonicalText(plain) === canonicalText(said)
    ? null
    : { where, because: `It is not what entry ${entry.sequence} of the audit chain says.` }
}

function checkPlan({ plan }: PacketBody, entries: readonly AuditEntry[]): Wrong | null {
  if (plan === null) return null
  const found = find(entries, 'plan.made', plan.id)
  if (found === null) return { where: `plan ${plan.id}`, because: 'No audit entry in the packet says that it was made.' }
  const { id, gates, modelDigest } = partsOf(plan.document)
  const said = partsOf(found.record.details)
  const isSame = id === plan.id && modelDigest === said.modelDigest && Array.isArray(gates) && gates.length === said.gates
  return isSame
    ? null
    : { where: `plan ${plan.id}`, because: `It is not the plan that entry ${found.entry.sequence} of the audit chain speaks of.` }
}

function checkSkips({ skips }: PacketBody, entries: readonly AuditEntry[]): Wrong | null {
  for (const skip of skips.map(partsOf)) {
    const id = typeof skip.id === 'string' ? skip.id : ''
    const found = find(entries, 'skip.declared', id)
    if (found === null) return { where: `skip ${id}`, because: 'No audit entry in the packet says that it was declared.' }
    const said = partsOf(found.record.details)
    const differs = ['gate', 'profile', 'reason', 'prior', 'risk'].find((part) => skip[part] !== said[part])
    if (differs !== undefined) {
      return { where: `skip ${id}`, because: `Its ${differs} is not what entry ${found.entry.sequence} of the audit chain says.` }
    }
  }
  return null
}

function find(entries: readonly AuditEntry[], action: string, subject: string) {
  for (const entry of entries) {
    const record: ReadAuditRecord | null = readAuditRecord(entry)
    if (record?.action === action && record.subject === subject) return { entry, record }
  }
  return null
}

/** The parts of an object; none of anything else. */
export function partsOf(value: AuditValue): Readonly<Record<string, AuditValue | undefined>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, AuditValue>>) : {}
}
