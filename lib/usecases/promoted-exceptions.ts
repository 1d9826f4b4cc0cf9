import type { AuditValue } from '#lib/model/audit.ts'
import type { CandidateFacts } from '#lib/model/candidate-facts.ts'
import type { JudgedCandidate } from '#lib/model/judgement.ts'
import { personIdentity } from '#lib/model/person.ts'
import { exceptionsInForce } from '#lib/rules/release/judge-reviews.ts'
import { contentValue } from './content-value.ts'

/**
 * The exceptions in force on the content that is promoted, each with who approved it in which place, as they stand in its packet. None of
 * them made the domain eligible: its items are satisfied by passes alone.
 */
export function promotedExceptions(candidate: JudgedCandidate, facts: CandidateFacts): readonly AuditValue[] {
  return exceptionsInForce(candidate, facts).map(({ id, gates, content, risk, expiresAt, approval }) => ({
    id,
    gates: [...gates],
    content: contentValue(content),
    risk,
    expiresAt: expiresAt.toISOString(),
    approvedAt: approval.at.toISOString(),
    approvals: approval.places.map(({ place, by }) => ({
      role: place.role,
      domain: place.domain ?? null,
      by: personIdentity(by),
      name: by.name,
    })),
  }))
}
