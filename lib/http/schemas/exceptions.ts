import { z } from 'zod'
import { ELIGIBILITY_ITEMS } from '#lib/model/eligibility.ts'
import { EXCEPTION_DECISIONS, EXCEPTION_STATES } from '#lib/model/exception.ts'
import { REPORTED_RESULTS } from '#lib/model/reported-result.ts'
import { ROLES } from '#lib/model/role.ts'
import { RESIDUAL_RISKS } from '#lib/model/skip.ts'
import { contentBody } from './content.ts'
import { judgedGate } from './judgement.ts'
import { replayed } from './record-answers.ts'
import { boundedText, clientMoment, gateId, identifier, moment } from './text.ts'

/** What only evidence satisfies is told apart from a name that is no gate at all. */
const exceptableGate = z
  .string()
  .refine(
    (text) => !ELIGIBILITY_ITEMS.some((item) => item === text),
    'is an item of independent promotion, which evidence alone satisfies: no exception can',
  )
  .pipe(gateId)

const gates = z
  .array(exceptableGate)
  .min(1, 'must name a gate')
  .max(200, 'must be 200 gates or fewer')
  .refine((ids) => new Set(ids).size === ids.length, 'names a gate twice')
const reason = boundedText(10_000)
const control = boundedText(10_000).nullish().describe('what is done instead of the gate; needed for a medium and a high risk')
const expiresAt = clientMoment.describe('at the latest 90, 30 or 14 days on, for a low, medium or high risk')

/** `POST exceptions`. */
export const exceptionBody = z
  .strictObject({ gates, domain: identifier, content: contentBody, reason, risk: z.enum(RESIDUAL_RISKS), control, expiresAt })
  .meta({ id: 'ExceptionRequest' })

/** `PATCH exceptions/{id}`: what is worded anew. */
export const exceptionChangeBody = z
  .strictObject({
    gates: gates.exactOptional(),
    content: contentBody.exactOptional(),
    reason: reason.exactOptional(),
    risk: z.enum(RESIDUAL_RISKS).exactOptional(),
    control: control.optional(),
    expiresAt: expiresAt.exactOptional(),
  })
  .refine((change) => Object.keys(change).length > 0, 'must change something')
  .meta({ id: 'ExceptionChange' })

/** `POST exceptions/{id}/decisions`. */
export const decisionBody = z
  .strictObject({
    decision: z.enum(EXCEPTION_DECISIONS, 'must be approve or reject'),
    reason,
    hash: z
      .string()
      .regex(/^[0-9a-f]{64}$/, 'must be the `hash` of the exception as it was read')
      .exactOptional()
      .describe('the `hash` that was read with the exception: refused when it has been edited, or its evidence has changed, since'),
  })
  .meta({ id: 'ExceptionDecision' })

/** `POST exceptions/{id}/withdrawal` and `POST exceptions/{id}/revocation`. */
export const endingBody = z.strictObject({ reason: reason.nullish() }).meta({ id: 'ExceptionEnding' })

const may = z.strictObject({
  allowed: z.boolean(),
  why: z.string().nullable().describe('the sentence that disables the button; null when allowed'),
})
const place = z.strictObject({ role: z.enum(ROLES), domain: z.string().exactOptional() })

const shape = {
  id: z.uuid(),
  state: z.enum(EXCEPTION_STATES),
  requestedBy: z.string().describe('`person:<id>`'),
  requestedByName: z.string(),
  requestedAt: moment,
  gates: z.array(z.string()),
  domain: z.string(),
  content: contentBody,
  reason: z.string(),
  risk: z.enum(RESIDUAL_RISKS),
  control: z.string().nullable(),
  expiresAt: moment,
  version: z.int().min(1).describe('1 as it was asked for, one more with each edit'),
  hash: z.string().describe('names the request as it is worded and the evidence against its gates: what a decision is bound to'),
  needed: z.array(place).describe('the approvals that it needs, each from another person'),
  open: z.array(place).describe('those of them that are not there yet'),
  decisions: z.array(
    z.strictObject({
      by: z.string(),
      name: z.string(),
      role: z.enum(ROLES),
      decision: z.enum(EXCEPTION_DECISIONS),
      reason: z.string(),
      at: moment,
      counts: z.boolean().describe('false for an approval of earlier words, or of other evidence'),
    }),
  ),
  mayDecide: may.describe('whether whoever asks may approve it now'),
  mayReject: may,
  mayEdit: may,
  mayWithdraw: may,
  mayRevoke: may,
  approvedAt: moment.nullable(),
  inForce: z.boolean().describe('whether it counts at this moment'),
  notInForce: z.string().nullable().describe('why it does not, although it is approved'),
  ending: z.strictObject({ at: moment, by: z.string(), reason: z.string().nullable() }).nullable(),
}

/** An exception as it is listed, and answered when it is changed. */
export const exception = z.strictObject({ ...shape, replayed }).meta({ id: 'Exception' })

const requested = z.strictObject({
  content: contentBody,
  control: z.string().nullable(),
  domain: z.string(),
  expiresAt: moment,
  gates: z.array(z.string()),
  reason: z.string(),
  risk: z.enum(RESIDUAL_RISKS),
})

/** `GET exceptions/{id}`. */
export const exceptionDetail = z
  .strictObject({
    ...shape,
    versions: z.array(z.strictObject({ version: z.int(), request: requested, by: z.string(), name: z.string(), at: moment })),
    evidence: z.array(judgedGate).describe('its gates as they are judged now: what it rests on'),
    since: z
      .array(
        z.strictObject({
          kind: z.enum(['evidence', 'skip']),
          id: z.string(),
          gate: z.string(),
          result: z.enum(REPORTED_RESULTS).nullable(),
          at: moment,
        }),
      )
      .describe('what was recorded for its gates on this content since it was first asked for'),
    deciders: z
      .array(z.strictObject({ by: z.string(), name: z.string(), roles: z.array(z.enum(ROLES)) }))
      .describe('everybody who may approve it now'),
    computedAt: moment,
  })
  .meta({ id: 'ExceptionDetail' })

export type ExceptionBody = z.infer<typeof exceptionBody>
export type ExceptionChangeBody = z.infer<typeof exceptionChangeBody>
export type DecisionBody = z.infer<typeof decisionBody>
export type EndingBody = z.infer<typeof endingBody>
