import { z } from 'zod'
import { DEBT_KINDS } from '#lib/model/debt.ts'
import { GATE_LAYERS } from '#lib/model/gate-layer.ts'
import { FAST_PROFILE_PROOFS, RELEASE_VERDICTS, REVIEW_STATES } from '#lib/model/judgement.ts'
import { REVIEW_DOMAINS } from '#lib/model/review-domain.ts'
import { RESIDUAL_RISKS } from '#lib/model/skip.ts'
import { OVERLAYS, STATUSES } from '#lib/model/status.ts'
import { candidateNames, contentBody } from './content.ts'
import { moment } from './text.ts'

export const status = z.enum(STATUSES)
export const overlays = z.array(z.enum(OVERLAYS))
export const sequence = z.int().min(0).describe('how much of the history this answer has seen; it never goes back')

/** Why something has its status, who can move it, and how. */
export const reason = z
  .strictObject({
    code: z.string(),
    text: z.string(),
    refs: z.array(z.string()),
    actors: z.array(z.string()),
    next: z.strictObject({ label: z.string(), command: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'Reason' })

export const reasons = z.array(reason)

export const judgedGate = z
  .strictObject({
    gate: z.string(),
    layer: z.enum(GATE_LAYERS),
    domain: z.string().nullable(),
    status,
    overlays,
    satisfied: z.boolean(),
    reasons,
    evidence: z.array(z.string()),
    debt: z.array(z.enum(DEBT_KINDS)).describe('what is owed for it at this moment'),
    exceptions: z.array(z.string()).describe('ids of the exceptions in force for it; they never change its status'),
  })
  .meta({ id: 'JudgedGate' })

/** `GET candidates/{contentId}`. */
export const judgedCandidate = z
  .strictObject({
    content: contentBody,
    names: candidateNames,
    planId: z.uuid().nullable().describe('the stored plan that says which gates are needed; without one every gate is'),
    gates: z.array(judgedGate),
    computedAt: moment,
    sequence,
  })
  .meta({ id: 'Candidate' })

export const judgedReviews = z.array(z.strictObject({ domain: z.enum(REVIEW_DOMAINS), state: z.enum(REVIEW_STATES) }))

export const leanedExceptions = z
  .array(z.strictObject({ id: z.uuid(), gates: z.array(z.string()), risk: z.enum(RESIDUAL_RISKS), expiresAt: moment }))
  .describe('exceptions in force without which the verdict would be another')

/** `GET candidates/{contentId}/verdict`. */
export const candidateVerdict = z
  .strictObject({
    verdict: z.enum(RELEASE_VERDICTS),
    content: contentBody,
    profile: z.string(),
    unsatisfied: z.array(z.string()),
    reviews: judgedReviews,
    proofs: z.array(z.strictObject({ id: z.enum(FAST_PROFILE_PROOFS), status, reasons })),
    exceptions: leanedExceptions,
    computedAt: moment,
  })
  .meta({ id: 'CandidateVerdict' })
