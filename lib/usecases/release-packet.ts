import type { AuditEntry, AuditValue } from '#lib/model/audit.ts'
import type { Evidence } from '#lib/model/evidence.ts'
import type { Promotion, PromotionBasis } from '#lib/model/promotion.ts'
import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import { PACKET_FORMAT, type PacketBody, type PacketEvidence } from '#lib/model/release-packet.ts'
import { recordedIds } from '#lib/rules/audit/is-bound.ts'
import { signStatement } from '#lib/rules/packet/envelope.ts'
import { gateDecisionText, packetText, verificationSummaryText } from '#lib/rules/packet/statements.ts'
import { verifyPacket } from '#lib/rules/packet/verify-packet.ts'
import { auditEntryAbout, auditEntryOfEvidence } from '#lib/store/audit.ts'
import type { Session } from '#lib/store/database.ts'
import { evidenceByIds } from '#lib/store/evidence.ts'
import { planCreatedAt, planDocument } from '#lib/store/plans.ts'
import { promotionById } from '#lib/store/promotions.ts'
import type { KnownRepository } from '#lib/store/repositories.ts'
import { ask } from '#lib/store/session.ts'
import { type Checkpoints, currentCheckpoints } from './checkpoints.ts'
import { contentValue } from './content-value.ts'
import { packetSegments } from './packet-segments.ts'
import { isRecordId } from './record-id.ts'

/** A plan is kept in the transaction of its entry, after it: so long may that take. */
const LONGEST_TRANSACTION_MS = 60_000

/**
 * The release packet of a recorded promotion, as the text of a file: everything that it rested on, the stretches of the audit chain that
 * bind it, and two signed statements. `url` is the address of this server. What does not verify is not handed out: that is refused, in words.
 */
export async function makePacket(id: string, url: string): Promise<string | Refusal> {
  const found = isRecordId(id) ? await ask((session) => promotionById(session, id)) : null
  if (found === null) return { refused: 'promotion-unknown', detail: 'No promotion has this id.' }
  const checkpoints = currentCheckpoints()
  if (checkpoints === null) return impossible('This server signs nothing: it has no data folder.')
  const { basis } = found.promotion
  if (basis === null) return impossible('It was recorded by a version that did not keep what it rested on. Promote again.')
  const body = await ask((session) => readBody(session, { ...found, basis, checkpoints, url }))
  if (isRefusal(body)) return body
  const text = signed(body, checkpoints)
  const { firstWrong } = verifyPacket(Buffer.from(text), checkpoints.key)
  return firstWrong === null ? text : impossible(`What is stored is not what was recorded. ${firstWrong.where}: ${firstWrong.because}`)
}

function impossible(detail: string): Refusal {
  return { refused: 'packet-impossible', detail }
}

function signed(body: PacketBody, { key, privateKey }: Checkpoints): string {
  const gateDecision = signStatement(gateDecisionText(body), key, privateKey)
  const verificationSummary = signStatement(verificationSummaryText(body), key, privateKey)
  return packetText({ ...body, statements: { gateDecision, verificationSummary } })
}

interface Found {
  readonly promotion: Promotion
  readonly repository: KnownRepository
  readonly basis: PromotionBasis
  readonly checkpoints: Checkpoints
  readonly url: string
}

async function readBody(session: Session, { promotion, repository, basis, checkpoints, url }: Found): Promise<PacketBody | Refusal> {
  const { planId, gates, skips, exceptions } = basis
  const recorded = await readEvidence(session, repository.id, namedEvidence(promotion, basis))
  const plan = planId === null ? null : await readPlan(session, planId)
  const own = await auditEntryAbout(session, { action: 'promotion.recorded', subject: promotion.id, at: promotion.promotedAt, before: 0 })
  const ofSkips = await Promise.all(skips.map((skip) => entryOfSkip(session, skip)))
  const entries = [own, plan?.entry ?? null, ...ofSkips, ...recorded.entries].filter((entry) => entry !== null)
  const segments = await packetSegments(
    session,
    checkpoints,
    entries.map(({ sequence }) => sequence),
  )
  if (isRefusal(segments)) return segments
  const { id, domain, content, modelDigest, promotedBy, promotedAt, items } = promotion
  return {
    format: PACKET_FORMAT,
    issuer: { url, publicKey: checkpoints.key.pem },
    promotion: {
      id,
      repository: repository.name,
      domain,
      content: contentValue(content),
      modelDigest,
      verdict: 'eligible',
      promotedBy,
      promotedAt: promotedAt.toISOString(),
    },
    items,
    plan: plan === null ? null : { id: plan.id, document: plan.document },
    gates,
    skips,
    exceptions,
    evidence: recorded.evidence.map(packetEvidence),
    audit: { segments },
  }
}

/** Every id of evidence that anything about the promotion names. */
function namedEvidence({ items }: Promotion, { gates, skips }: PromotionBasis): readonly string[] {
  const judged = [...items, ...gates]
  const refs = judged.flatMap(({ reasons }) => reasons.flatMap((reason) => reason.refs))
  const named = [
    ...judged.flatMap(({ evidence }) => evidence),
    ...refs.flatMap((ref) => /^evidence:(.*)$/.exec(ref)?.[1] ?? []),
    ...skips.flatMap((skip) => textOf(skip, 'prior') ?? []),
  ]
  return [...new Set(named)].filter(isRecordId)
}

/** The evidence, with whatever was recorded together with it, and the entries that bind it. */
async function readEvidence(session: Session, repositoryId: bigint, ids: readonly string[]) {
  const named = await evidenceByIds(session, repositoryId, ids)
  const entries = new Map<number, AuditEntry>()
  for (const { id, receivedAt } of named) {
    const isThere = [...entries.values()].some((entry) => recordedIds(entry).includes(id))
    const entry = isThere ? null : await auditEntryOfEvidence(session, { id, at: receivedAt }, 'evidence.recorded')
    if (entry !== null) entries.set(entry.sequence, entry)
  }
  const together = [...new Set([...entries.values()].flatMap(recordedIds))]
  return { evidence: await evidenceByIds(session, repositoryId, together), entries: [...entries.values()] }
}

async function readPlan(session: Session, id: string) {
  const document = await planDocument(session, id)
  const at = await planCreatedAt(session, id)
  if (document === null || at === null) throw new Error(`the plan ${id} of a promotion is gone`)
  const entry = await auditEntryAbout(session, { action: 'plan.made', subject: id, at, before: LONGEST_TRANSACTION_MS })
  // Whatever JSON holds is a value.
  return { id, document: JSON.parse(document) as AuditValue, entry }
}

function entryOfSkip(session: Session, skip: AuditValue): Promise<AuditEntry | null> {
  const at = new Date(textOf(skip, 'declaredAt') ?? 0)
  return auditEntryAbout(session, { action: 'skip.declared', subject: textOf(skip, 'id') ?? '', at, before: 0 })
}

function packetEvidence({ sequence: _, receivedAt, revoked, ...evidence }: Evidence): PacketEvidence {
  return {
    ...evidence,
    receivedAt: receivedAt.toISOString(),
    revoked: revoked === null ? null : { at: revoked.at.toISOString(), by: revoked.by, reason: revoked.reason },
  }
}

function textOf(value: AuditValue, key: string): string | null {
  const part: unknown = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : null
  return typeof part === 'string' ? part : null
}
