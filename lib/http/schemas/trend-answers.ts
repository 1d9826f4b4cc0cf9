import { z } from 'zod'
import { DEBT_KINDS } from '#lib/model/debt.ts'
import { GATE_LAYERS } from '#lib/model/gate-layer.ts'
import { FAST_PROFILE_PROOFS } from '#lib/model/judgement.ts'
import { REGISTER_STATES } from '#lib/model/register-line.ts'
import { PRIOR_REFUSALS, RESIDUAL_RISKS } from '#lib/model/skip.ts'
import { overlays, reasons, sequence, status } from './judgement.ts'
import { orNull } from './or-null.ts'
import { count, moment } from './text.ts'

const proof = z.strictObject({ id: z.enum(FAST_PROFILE_PROOFS), status, reasons })

const registerLine = z
  .strictObject({
    id: z.uuid(),
    state: z.enum(REGISTER_STATES),
    kind: z.enum(DEBT_KINDS).nullable().describe('null for a declared skip'),
    refusal: z.enum(PRIOR_REFUSALS).nullable(),
    gate: z.string(),
    title: z.string(),
    domain: z.string().nullable(),
    profile: z.string().nullable(),
    content: z.string(),
    owner: z.string().nullable(),
    because: z.array(z.string()).describe('what opened a line of debt, or the reason that a skip was declared with'),
    by: z.string().nullable(),
    risk: z.enum(RESIDUAL_RISKS).nullable(),
    at: moment,
    closedAt: moment.nullable(),
    closedBy: z.array(z.uuid()),
    status,
    overlays,
    reasons,
    proofs: z.array(proof).max(5).describe('the five, in order; none when the gate is no longer declared'),
  })
  .meta({ id: 'RegisterLine' })

/** `GET skips/register`. */
export const registerPage = z
  .strictObject({ items: z.array(registerLine), next: z.string().nullable(), computedAt: moment, sequence })
  .meta({ id: 'RegisterPage' })

const week = z.string().describe('the Monday that the week begins with, at 00:00 UTC')
const seconds = z.number().min(0)
const wholeSince = moment.nullable().describe('older records were too many to count; null when nothing is left out')
const byKind = z.strictObject({
  'hidden-skip': count,
  'refused-skip': count,
  partial: count,
  'expired-exception': count,
  'expired-debt': count,
})
const leadTime = orNull(z.strictObject({ p50: seconds, p90: seconds, passes: count }))
const byLayer = z.strictObject(Object.fromEntries(GATE_LAYERS.map((layer) => [layer, leadTime])))

/** `GET insights`. */
export const insights = z
  .strictObject({
    computedAt: moment,
    sequence,
    recordedSince: moment.nullable(),
    open: z.strictObject({ kinds: byKind, oldest: moment.nullable() }),
    skips: z.array(z.strictObject({ week, hidden: count, declared: count })),
    debt: z.strictObject({
      domains: z.array(z.string()),
      weeks: z.array(z.strictObject({ week, open: z.array(count), opened: count, closed: count })),
    }),
    wholeSince,
    leadTimes: z.strictObject({ weeks: z.array(z.strictObject({ week, layers: byLayer })), wholeSince }),
    savings: z.strictObject({
      weeks: z.array(z.strictObject({ week, savedSeconds: seconds, skips: count, unknown: count, debt: count })),
      wholeSince,
    }),
    eligibility: z.strictObject({
      candidates: z.array(z.strictObject({ contentId: z.string(), at: moment })),
      domains: z.array(z.strictObject({ domain: z.string(), title: z.string(), passed: z.array(z.int().min(0).max(8)) })),
    }),
    exceptions: z.strictObject({
      requested: count.describe('asked for, and not decided'),
      active: count.describe('approved, and not at their end'),
      endingSoon: count.describe('of those, the ones that end within 7 days'),
      ended: z
        .array(z.strictObject({ withinDays: z.int().nullable(), count }))
        .describe('approved ones whose time was up, by how many days ago; null: longer ago'),
    }),
  })
  .meta({ id: 'Insights' })
