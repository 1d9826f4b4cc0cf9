import { z } from 'zod'
import { DIAGNOSTIC_CODES } from '#lib/model/diagnostic.ts'

export const diagnostic = z
  .strictObject({
    file: z.string(),
    line: z.int(),
    column: z.int(),
    code: z.enum(DIAGNOSTIC_CODES),
    severity: z.enum(['error', 'warning']),
    message: z.string(),
    hint: z.string(),
  })
  .meta({ id: 'Diagnostic' })

export const place = z.strictObject({ file: z.string(), line: z.int() }).meta({ id: 'Place' })
