import type { AuditVerification } from '#lib/model/audit.ts'
import type { AuditTrust } from '#lib/model/audit-trust.ts'
import { verifyChain } from '#lib/rules/audit/verify-chain.ts'
import { entryOfCheckpoint } from '#lib/store/checkpoint-facts.ts'
import { ask } from '#lib/store/session.ts'
import { allNotes, currentCheckpoints, isSigned } from './checkpoints.ts'
import { databaseTrust } from './database-trust.ts'
import { exportFiledAudit } from './export-audit.ts'

let running: Promise<AuditTrust> | null = null

/**
 * Verifies the whole audit chain from its first entry, and against every checkpoint that is kept. Those who ask while it is being read are
 * answered together.
 */
export async function verifyAudit(): Promise<AuditTrust> {
  running ??= readChain().finally(() => {
    running = null
  })
  return running
}

async function readChain(): Promise<AuditTrust> {
  const checkpoints = currentCheckpoints()
  // Read before the chain: it only grows meanwhile.
  const notes = checkpoints === null ? null : allNotes(checkpoints)
  const chain = verifyChain(notes?.filter(isSigned) ?? null)
  for await (const entries of exportFiledAudit()) for (const { filedUnder, ...entry } of entries) chain.add(entry, filedUnder)
  const found = chain.result()
  const firstBad = (await nameLoss(found)) ?? (notes === null ? null : unreadableNote(notes))
  return { ...found, verified: firstBad === null, firstBad, database: await databaseTrust() }
}

/** A chain that ends too early was cut off when what its lost entries recorded is still there, and is an older copy when that is gone with them. */
async function nameLoss({ firstBad, checkpoints }: AuditVerification): Promise<AuditVerification['firstBad']> {
  const newest = checkpoints?.newest ?? null
  if (firstBad?.fault !== 'tail-cut' || newest === null) return firstBad
  const { hasYoungerRecords } = await ask((session) => entryOfCheckpoint(session, newest.size))
  return hasYoungerRecords ? firstBad : { ...firstBad, fault: 'older-copy' }
}

function unreadableNote(notes: ReturnType<typeof allNotes>): AuditVerification['firstBad'] {
  const bad = notes.find((note) => !isSigned(note))
  if (bad === undefined) return null
  const because = `The checkpoint that is kept for ${bad.size} entries is not signed by the key of this server: its file or the key was changed.`
  return { sequence: bad.size, fault: 'checkpoint-unreadable', because }
}
