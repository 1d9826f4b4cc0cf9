import type { AuditValue } from '#lib/model/audit.ts'
import type { CandidateFacts } from '#lib/model/candidate-facts.ts'

/** The exceptions that a promotion is recorded with, each with who decided about it, as they are to stand in its packet. */
export function exceptionsInForce(_facts: CandidateFacts, _now: Date): readonly AuditValue[] {
  // This version knows no exceptions yet: a domain is eligible by what has passed, or not at all.
  return []
}
