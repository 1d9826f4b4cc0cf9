import type { EvidenceToRecord } from '#lib/usecases/record-evidence.ts'
import type { ReportedEvidence } from '#lib/usecases/reported-evidence.ts'
import { aPass } from './builders/a-ready-model-request.ts'

export const WRITERS_AT_ONCE = 4

const GATES = ['global/contracts', 'platform-billing/local/unit', 'platform-billing/local/ledger']

/** What `crash-writer.ts` records under a key: three passes in one request. */
export function crashRequest(key: string): EvidenceToRecord {
  const identity = 'token:crash'
  return {
    repository: null,
    evidence: GATES.map((gate) => aPass(gate, { gitCommit: 'a'.repeat(40), gitTree: 'b'.repeat(40) }) as ReportedEvidence),
    writer: { identity, name: 'crash', scope: { gates: null, domains: null } },
    retry: { identity, key, bodySha256: 'c'.repeat(64) },
  }
}
