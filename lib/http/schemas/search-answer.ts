import { z } from 'zod'
import { GATE_LAYERS } from '#lib/model/gate-layer.ts'
import { moment } from './text.ts'

/** `GET search`: a few of each kind. */
export const searchAnswer = z
  .strictObject({
    domains: z.array(z.strictObject({ domain: z.string(), title: z.string(), owner: z.string().nullable() })),
    gates: z.array(
      z.strictObject({
        gate: z.string(),
        title: z.string(),
        layer: z.enum(GATE_LAYERS),
        domain: z.string().describe('whose lane names it'),
      }),
    ),
    candidates: z.array(z.strictObject({ contentId: z.string(), firstSeenAt: moment })),
  })
  .meta({ id: 'SearchAnswer' })
