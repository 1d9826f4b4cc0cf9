import type { Evidence } from '#lib/model/evidence.ts'

/**
 * The text of evidence that the audit chain binds, whose SHA-256 stands in the entry by which it was recorded: JSON, every key in this
 * order. The same for evidence as it is posted and as it comes back from the database; its sequence, moment and revocation come later.
 */
export function evidenceText(evidence: Omit<Evidence, 'sequence' | 'receivedAt' | 'revoked'>): string {
  const { content, counts, ci, producer, findings } = evidence
  return JSON.stringify({
    id: evidence.id,
    gate: evidence.gate,
    result: evidence.result,
    content: { gitCommit: content.gitCommit, gitTree: content.gitTree, sha256: content.sha256 },
    profile: evidence.profile,
    command: evidence.command,
    exitCode: evidence.exitCode,
    counts: counts && { executed: counts.executed, passed: counts.passed, failed: counts.failed, skipped: counts.skipped },
    startedAt: evidence.startedAt,
    finishedAt: evidence.finishedAt,
    artifacts: evidence.artifacts.map(({ name, sha256, uri }) => ({ name, sha256, uri })),
    runId: evidence.runId,
    ci: ci && { provider: ci.provider, id: ci.id, attempt: ci.attempt, url: ci.url },
    supersedes: evidence.supersedes,
    reason: evidence.reason,
    findings: findings === null ? null : findings.map(({ fingerprint, guard, rule, path }) => ({ fingerprint, guard, rule, path })),
    gateDefinition: evidence.gateDefinition,
    producer: { identity: producer.identity, name: producer.name },
  })
}

/** The text of a batch, which is recorded by one entry. */
export function batchText(batch: readonly Omit<Evidence, 'sequence' | 'receivedAt' | 'revoked'>[]): string {
  return `[${batch.map(evidenceText).join(',')}]`
}
