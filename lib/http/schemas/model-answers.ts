import { z } from 'zod'
import { diagnostic } from './diagnostic.ts'
import { digest, moment } from './text.ts'

/** `POST models`: what the server made of it. */
export const modelReceipt = z
  .strictObject({
    repository: z.string(),
    modelDigest: digest,
    diagnostics: z.array(diagnostic),
    createdAt: moment,
    replayed: z.literal(true).optional().describe('the model is current already, or the request was a retry'),
  })
  .meta({ id: 'ModelReceipt' })

const declared = z.array(z.looseObject({}))

/** `GET models/current`: everything the repository declares, as it was read. The parts are described in docs/diagnostics.md and the contract. */
export const currentModel = z
  .strictObject({
    repository: z.string(),
    digest,
    createdAt: moment,
    locations: z.record(z.string(), z.string()),
    maps: declared,
    lanes: declared,
    profiles: declared,
    packets: declared,
    guardBaseline: declared,
    guardAllowedDebt: declared,
    routingRules: z.looseObject({}),
    files: z.array(z.string()),
    diagnostics: z.array(diagnostic),
  })
  .meta({ id: 'OperatingModel' })
