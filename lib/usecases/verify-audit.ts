import type { AuditVerification } from '#lib/model/audit.ts'
import { verifyChain } from '#lib/rules/audit/verify-chain.ts'
import { exportAudit } from './export-audit.ts'

let running: Promise<AuditVerification> | null = null

/** Verifies the whole audit chain from its first entry. Those who ask while it is being read are answered together. */
export async function verifyAudit(): Promise<AuditVerification> {
  running ??= readChain().finally(() => {
    running = null
  })
  return running
}

async function readChain(): Promise<AuditVerification> {
  const chain = verifyChain()
  for await (const entries of exportAudit()) for (const entry of entries) chain.add(entry)
  return chain.result()
}
