import { createHash } from 'node:crypto'
import type { AuditValue } from '#lib/model/audit.ts'
import type { Content } from '#lib/model/content.ts'
import type { EvidenceOfGate, ExceptionRequest, ExceptionVersion } from '#lib/model/exception.ts'
import { canonicalText } from '../audit/canonical-text.ts'

/** A request as its hash, the store and an audit entry have it. */
export function requestValue({ gates, domain, content, reason, risk, control, expiresAt }: ExceptionRequest) {
  return { content: contentValue(content), control, domain, expiresAt: expiresAt.toISOString(), gates: [...gates], reason, risk }
}

/**
 * What a decision is bound to: SHA-256, in hex, of the canonical request (RFC 8785) as it was worded and of the evidence against its gates.
 * An edit makes another, even one that brings earlier words back; so does evidence that nobody who approved before has seen.
 */
export function boundHash(
  { version, request }: Pick<ExceptionVersion, 'version' | 'request'>,
  evidence: Readonly<Record<string, EvidenceOfGate>>,
): string {
  const seen: AuditValue = Object.fromEntries(request.gates.map((gate) => [gate, [...(evidence[gate]?.against ?? [])].sort()]))
  return createHash('sha256')
    .update(canonicalText({ request: requestValue(request), seen, version }))
    .digest('hex')
}

function contentValue({ gitCommit, gitTree, sha256 }: Content): AuditValue {
  return {
    ...(gitCommit === undefined ? {} : { gitCommit }),
    ...(gitTree === undefined ? {} : { gitTree }),
    ...(sha256 === undefined ? {} : { sha256 }),
  }
}
