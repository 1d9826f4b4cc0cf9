import { ELIGIBILITY_ITEMS, type EligibilityItemId, type JudgedItem } from '#lib/model/eligibility.ts'
import { OVERLAYS } from '#lib/model/status.ts'
import { rollUp } from '../status/roll-up.ts'
import { ELIGIBILITY_CLAIMS } from './eligibility-claims.ts'
import type { ItemFacts, ItemPart, JudgeItem } from './item-facts.ts'
import { judgeBoundaryGuards } from './items/boundary-guards.ts'
import { judgeConsumerSmokes } from './items/consumer-smokes.ts'
import { judgeDegradationHarness } from './items/degradation-harness.ts'
import { judgeExtractionDecision } from './items/extraction-decision.ts'
import { judgeProfileGates } from './items/profile-gates.ts'
import { judgeRollbackTested } from './items/rollback-tested.ts'
import { judgeServiceAuth } from './items/service-auth.ts'
import { judgeStatusSlo } from './items/status-slo.ts'
import { unreadPart } from './unread-part.ts'

/** The eight; one that is missing does not compile. */
const ITEMS: Readonly<Record<EligibilityItemId, JudgeItem>> = {
  'extraction-decision': judgeExtractionDecision,
  'service-auth': judgeServiceAuth,
  'degradation-harness': judgeDegradationHarness,
  'rollback-tested': judgeRollbackTested,
  'profile-gates': judgeProfileGates,
  'consumer-smokes': judgeConsumerSmokes,
  'status-slo': judgeStatusSlo,
  'boundary-guards': judgeBoundaryGuards,
}

/** The most reasons that an item gives; a lane may have thousands of gates. */
const MOST_REASONS = 30

/** Judges one item: as well as its worst part. What holds is told only where nothing is open. */
export function judgeItem(id: EligibilityItemId, facts: ItemFacts): JudgedItem {
  const parts = [...unreadPart(facts, id), ...ITEMS[id](facts)]
  const status = rollUp(parts.map((part) => ({ status: part.status, debt: [] })))
  const telling = status === 'passed' ? parts : parts.filter((part) => part.status !== 'passed')
  return {
    id,
    number: ELIGIBILITY_ITEMS.indexOf(id) + 1,
    claim: ELIGIBILITY_CLAIMS[id],
    status,
    overlays: OVERLAYS.filter((overlay) => parts.some(({ overlays }) => overlays.includes(overlay))),
    reasons: bound(telling),
    evidence: [...new Set(parts.flatMap(({ evidence }) => evidence))],
  }
}

function bound(parts: readonly ItemPart[]): JudgedItem['reasons'] {
  const reasons = parts.flatMap((part) => part.reasons)
  const kept = reasons.slice(0, MOST_REASONS)
  const text = `${reasons.length - kept.length} more reasons are not listed here; the lane lists every gate.`
  return reasons.length === kept.length ? kept : [...kept, { code: 'more', text, refs: [], actors: [], next: null }]
}
