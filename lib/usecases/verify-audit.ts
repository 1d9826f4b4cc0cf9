import type { AuditVerification } from '#lib/model/audit.ts'
import { verifyChain } from '#lib/rules/audit/verify-chain.ts'
import { auditEntriesAfter } from '#lib/store/audit.ts'
import { ask } from '#lib/store/session.ts'

const ENTRIES_AT_ONCE = 2000

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
  let after = 0
  for (;;) {
    const entries = await ask((session) => auditEntriesAfter(session, after, ENTRIES_AT_ONCE))
    for (const entry of entries) chain.add(entry)
    after = entries.at(-1)?.sequence ?? after
    if (entries.length < ENTRIES_AT_ONCE) return chain.result()
  }
}
