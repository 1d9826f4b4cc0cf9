import { z } from 'zod'
import { RESIDUAL_RISKS } from '#lib/model/skip.ts'
import { contentBody } from './content.ts'
import { boundedText, clientMoment, gateId, identifier, readableName, recordId, wholeText } from './text.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const LONGEST_RUN_DAYS = 7

/** `POST runs`: what a run is going to show, said before it starts. */
export const runBody = z
  .strictObject({
    profile: identifier,
    content: contentBody,
    gates: z
      .array(gateId)
      .min(1, 'must name a gate')
      .max(5000, 'must be 5,000 gates or fewer')
      .refine((gates) => new Set(gates).size === gates.length, 'names a gate twice'),
    deadline: clientMoment
      .refine((text) => Date.parse(text) > Date.now(), 'must be in the future')
      .refine((text) => Date.parse(text) <= Date.now() + LONGEST_RUN_DAYS * DAY_MS, `must be within ${LONGEST_RUN_DAYS} days`)
      .nullish(),
  })
  .meta({ id: 'RunRequest' })

/** `PATCH runs/{id}`: a run can only be closed. */
export const runChangeBody = z.strictObject({ state: z.literal('closed', 'must be closed') }).meta({ id: 'RunChange' })

/** `POST skips`. */
export const skipBody = z
  .strictObject({
    gate: gateId,
    profile: identifier,
    content: contentBody,
    reason: boundedText(10_000),
    // Whatever it names: a skip whose proof is nothing is kept and refused, not sent back.
    prior: wholeText
      .min(1, 'must not be empty')
      .max(300, 'must be 300 characters or fewer')
      .refine((text) => !text.includes('\0'), 'holds a NUL character')
      .nullish(),
    risk: z.enum(RESIDUAL_RISKS).default('none'),
    runId: recordId.nullish(),
  })
  .meta({ id: 'SkipRequest' })

/** `POST promotions`. */
export const promotionBody = z.strictObject({ domain: identifier, content: contentBody }).meta({ id: 'PromotionRequest' })

/** `POST tokens`: a narrower way in for one job. Without `gates` or `domains` the token may post for whatever its maker may. */
export const tokenBody = z
  .strictObject({
    name: readableName.describe('what a gate may list under its `producers`'),
    gates: z.array(gateId).min(1, 'must name a gate, or be left out').max(1000, 'must be 1,000 or fewer').nullish(),
    domains: z
      .array(identifier)
      .min(1, 'must name a domain, or be left out')
      .max(1000, 'must be 1,000 or fewer')
      .nullish()
      .describe('global gates count as the domain `global`'),
    expiresInDays: z.int('must be a whole number').min(1, 'must be 1 or more').max(90, 'must be 90 or fewer'),
  })
  .meta({ id: 'TokenRequest' })

export type RunBody = z.infer<typeof runBody>
export type RunChangeBody = z.infer<typeof runChangeBody>
export type SkipBody = z.infer<typeof skipBody>
export type PromotionBody = z.infer<typeof promotionBody>
export type TokenBody = z.infer<typeof tokenBody>
