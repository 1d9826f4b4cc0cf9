import { z } from 'zod'
import { PROBLEMS } from '../problem.ts'

/** An answer that is a no (RFC 9457). `code` is stable. */
export const problemDocument = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string().meta({ enum: Object.keys(PROBLEMS) }),
    instance: z.string().describe("names the request in the server's log"),
    errors: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
    unmet: z.array(z.string()).optional().describe('for a promotion: the items that are not met'),
  })
  .meta({ id: 'Problem' })
