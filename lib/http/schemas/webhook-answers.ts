import { z } from 'zod'
import { orNull } from './or-null.ts'

const event = z.string().describe('the id of the event: the sequence of its audit entry')
const moment = z.iso.datetime()

const webhook = z
  .strictObject({
    id: z.string(),
    origin: z.string().describe('of its address; the rest may be a secret'),
    events: z.array(z.string()),
    delivered: z.number().int().min(0),
    lastDelivery: orNull(z.strictObject({ event, at: moment })),
    lastFailure: orNull(z.strictObject({ reason: z.string(), at: moment })),
    failing: orNull(z.strictObject({ event, attempts: z.number().int().min(1), since: moment, nextAttemptAt: moment })).describe(
      'the event that keeps later ones waiting; null when none does',
    ),
    deadLetters: z.strictObject({
      count: z.number().int().min(0),
      newest: z.array(z.strictObject({ event, action: z.string(), attempts: z.number().int(), reason: z.string(), givenUpAt: moment })),
    }),
  })
  .meta({ id: 'Webhook' })

export const webhookList = z.strictObject({ items: z.array(webhook), next: z.null() }).meta({ id: 'WebhookList' })
