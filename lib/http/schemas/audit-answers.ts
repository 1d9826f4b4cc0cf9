import { z } from 'zod'
import { AUDIT_FAULTS } from '#lib/model/checkpoint.ts'
import { pageOf } from './record-answers.ts'

const auditEntry = z
  .strictObject({ sequence: z.int().min(0), at: z.int(), canonical: z.string(), previousHash: z.string(), hash: z.string() })
  .meta({ id: 'AuditEntry' })

export const auditPage = pageOf(auditEntry, 'AuditPage')

export const auditVerification = z
  .strictObject({
    verified: z.boolean(),
    entries: z.int().min(0),
    head: z.strictObject({ sequence: z.int().min(0), hash: z.string() }).nullable(),
    firstBad: z.strictObject({ sequence: z.int().min(0), fault: z.enum(AUDIT_FAULTS), because: z.string() }).nullable(),
    checkpoints: z
      .strictObject({ kept: z.int().min(0), newest: z.strictObject({ size: z.int().min(1), hash: z.string() }).nullable() })
      .nullable()
      .describe('what the chain was held against; null where nobody signs'),
    database: z.strictObject({
      engine: z.enum(['embedded', 'postgresql']),
      role: z.string(),
      mayRewriteHistory: z.boolean(),
      because: z.array(z.string()),
    }),
  })
  .meta({ id: 'AuditVerification' })

export const auditCheckpoint = z
  .strictObject({
    note: z.string().describe('a C2SP signed note: key name, number of entries, hash of the newest in base64, signature'),
    size: z.int().min(1),
    hash: z.string(),
    keyName: z.string(),
    publicKey: z.string().describe('Ed25519, as PEM'),
  })
  .meta({ id: 'AuditCheckpoint' })
