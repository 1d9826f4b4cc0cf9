import { randomUUID } from 'node:crypto'
import type { EvidenceToKeep } from '#lib/store/keep-evidence.ts'

/** A pass as it comes to the store, but for what is given. */
export function evidenceToKeep(given: Partial<EvidenceToKeep> = {}): EvidenceToKeep {
  return {
    id: randomUUID(),
    gate: 'platform-billing/local/unit',
    result: 'passed',
    content: { gitCommit: 'a'.repeat(40) },
    profile: null,
    command: 'go test ./...',
    exitCode: 0,
    counts: { executed: 3, passed: 3, failed: 0, skipped: 0 },
    startedAt: null,
    finishedAt: null,
    artifacts: [],
    runId: null,
    ci: null,
    supersedes: [],
    reason: null,
    findings: null,
    gateDefinition: `sha256:${'d'.repeat(64)}`,
    producer: { identity: 'token:ci', name: 'ci' },
    ...given,
  }
}
