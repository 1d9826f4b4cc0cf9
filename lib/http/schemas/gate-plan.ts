import { z } from 'zod'
import { CHANGE_CLASSES } from '#lib/model/change-class.ts'
import { GATE_LAYERS } from '#lib/model/gate-layer.ts'
import { MAP_KINDS } from '#lib/model/map-kind.ts'
import { REVIEW_DOMAINS } from '#lib/model/review-domain.ts'
import { diagnostic, place } from './diagnostic.ts'
import { orNull } from './or-null.ts'
import { changedFile } from './request-bodies.ts'
import { digest, moment } from './text.ts'

const classes = z.array(z.enum(CHANGE_CLASSES))

export const fileOwner = z
  .strictObject({ map: z.enum(MAP_KINDS), file: z.string(), line: z.int(), pattern: z.string(), domain: z.string() })
  .meta({ id: 'FileOwner' })

const plannedFile = changedFile.extend({ domains: z.array(z.string()), owners: z.array(fileOwner), classes }).meta({ id: 'PlannedFile' })

const gateReason = z
  .strictObject({
    code: z.string(),
    text: z.string(),
    file: z.string().nullable(),
    map: orNull(place),
    rule: z.string(),
    declared: orNull(place),
  })
  .meta({ id: 'GateReason' })

const plannedGate = z
  .strictObject({
    id: z.string(),
    layer: z.enum(GATE_LAYERS),
    domain: z.string().nullable(),
    title: z.string(),
    run: z.string().nullable(),
    reasons: z.array(gateReason).min(1),
  })
  .meta({ id: 'PlannedGate' })

const proposedModel = z.strictObject({
  modelDigest: digest,
  gatesAdded: z.array(z.string()),
  gatesRemoved: z.array(z.string()),
  diagnostics: z.array(diagnostic),
})

/** The gate plan of `lanekeeper plan --json`, with the id it is stored under. */
export const storedPlan = z
  .strictObject({
    id: z.uuid(),
    version: z.literal(1),
    repository: z.string(),
    modelDigest: digest,
    base: z.string().nullable(),
    head: z.string().nullable(),
    profile: z.string().nullable(),
    files: z.array(plannedFile),
    classes,
    domains: z.array(z.string()),
    unmapped: z.array(z.string()),
    gates: z.array(plannedGate).min(1),
    notRequired: z.array(z.strictObject({ id: z.string(), because: z.string() })),
    reviews: z.array(z.strictObject({ domain: z.enum(REVIEW_DOMAINS), because: z.string(), files: z.array(z.string()) })),
    diagnostics: z.array(diagnostic),
    proposed: proposedModel.optional(),
  })
  .meta({ id: 'GatePlan' })

export const planSummary = z
  .strictObject({
    id: z.uuid(),
    createdAt: moment,
    repository: z.string(),
    profile: z.string().nullable(),
    head: z.string().nullable(),
    files: z.int(),
    gates: z.int(),
    unmapped: z.int(),
    reviews: z.int(),
    classes,
    domains: z.array(z.string()),
  })
  .meta({ id: 'PlanSummary' })
