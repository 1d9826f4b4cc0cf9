import { z } from 'zod'
import { DEBT_KINDS } from '#lib/model/debt.ts'
import { ELIGIBILITY_VERDICTS } from '#lib/model/eligibility.ts'
import { GATE_LAYERS } from '#lib/model/gate-layer.ts'
import { REPORTED_RESULTS } from '#lib/model/reported-result.ts'
import { PRIOR_REFUSALS, RESIDUAL_RISKS } from '#lib/model/skip.ts'
import { contentBody } from './content.ts'
import { count, moment } from './text.ts'

/** The same request was answered before; nothing new was recorded. */
export const replayed = z.literal(true).optional().describe('nothing new was recorded: the request was a retry')

const next = z.string().nullable().describe('the cursor of the next page; null on the last')

/** A page of a list. */
export function pageOf<Item extends z.ZodType>(item: Item, id: string) {
  return z.strictObject({ items: z.array(item), next }).meta({ id })
}

/** A list that is short enough to be answered whole. */
export function wholeList<Item extends z.ZodType>(item: Item, id: string) {
  return z.strictObject({ items: z.array(item), next: z.null() }).meta({ id })
}

const counts = z.strictObject({ executed: count, passed: count, failed: count, skipped: count })

const evidenceFields = {
  id: z.uuid(),
  sequence: z.int().min(0),
  receivedAt: moment,
  gate: z.string(),
  layer: z.enum(GATE_LAYERS).nullable().describe('null when the model has no such gate any more'),
  domain: z.string().nullable(),
  result: z.enum(REPORTED_RESULTS),
  content: contentBody,
  profile: z.string().nullable(),
  command: z.string(),
  exitCode: z.int().nullable(),
  counts: counts.nullable(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  artifacts: z.array(z.strictObject({ name: z.string(), sha256: z.string(), uri: z.string().optional() })),
  runId: z.uuid().nullable(),
  ci: z.strictObject({ provider: z.string(), id: z.string(), attempt: z.int(), url: z.string().nullable() }).nullable(),
  supersedes: z.array(z.uuid()),
  reason: z.string().nullable(),
  gateDefinition: z.string(),
  producer: z.strictObject({ identity: z.string(), name: z.string() }),
  revoked: z.strictObject({ at: moment, by: z.string(), reason: z.string() }).nullable(),
}

const UNREPORTED = 'null when nothing was reported with it, which is not the same as no finding'
const findings = z.array(z.strictObject({ fingerprint: z.string(), guard: z.string(), rule: z.string(), path: z.string() }))

/** Evidence as it was recorded; only `revoked` can be added to it. */
export const evidence = z
  .strictObject({ ...evidenceFields, findings: findings.nullable().describe(UNREPORTED), replayed })
  .meta({ id: 'Evidence' })

/** Evidence in a list: the findings themselves stand in the evidence. */
export const listedEvidence = z
  .strictObject({ ...evidenceFields, findingCount: count.nullable().describe(UNREPORTED) })
  .meta({ id: 'ListedEvidence' })

export const evidenceBatch = z.strictObject({ items: z.array(evidence), replayed }).meta({ id: 'EvidenceBatch' })

export const run = z
  .strictObject({
    id: z.uuid(),
    state: z.enum(['open', 'closed']),
    gates: z.array(z.string()),
    profile: z.string(),
    content: contentBody,
    deadline: moment,
    announcedAt: moment,
    closedAt: moment.nullable(),
    replayed,
  })
  .meta({ id: 'Run' })

export const skip = z
  .strictObject({
    id: z.uuid(),
    sequence: z.int().min(0),
    state: z.enum(['accepted', 'refused']),
    refusal: z.enum(PRIOR_REFUSALS).nullable(),
    gate: z.string(),
    domain: z.string().nullable(),
    profile: z.string(),
    content: contentBody,
    reason: z.string(),
    prior: z.string().nullable(),
    risk: z.enum(RESIDUAL_RISKS),
    runId: z.uuid().nullable(),
    declaredBy: z.string(),
    declaredAt: moment,
    replayed,
  })
  .meta({ id: 'Skip' })

export const debtLine = z
  .strictObject({
    id: z.uuid(),
    kind: z.enum(DEBT_KINDS),
    gate: z.string(),
    domain: z.string().nullable(),
    content: z.string(),
    owner: z.string().nullable(),
    openedAt: moment,
    closedAt: moment.nullable(),
    closedBy: z.array(z.uuid()).describe('the evidence by which its gate had passed'),
    reasons: z.array(z.string()),
  })
  .meta({ id: 'DebtLine' })

export const candidateSummary = z
  .strictObject({ contentId: z.string(), content: contentBody, firstSeenAt: moment })
  .meta({ id: 'CandidateSummary' })

export const promotion = z
  .strictObject({
    id: z.uuid(),
    domain: z.string(),
    content: contentBody,
    modelDigest: z.string(),
    verdict: z.enum(ELIGIBILITY_VERDICTS),
    promotedBy: z.string(),
    promotedAt: moment,
    replayed,
  })
  .meta({ id: 'Promotion' })

export const token = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    token: z.string().describe('shown this once; only its hash is kept'),
    gates: z.array(z.string()).nullable(),
    domains: z.array(z.string()).nullable(),
    expiresAt: moment,
  })
  .meta({ id: 'Token' })
