import type { DomainLane } from '#lib/model/domain-lane.ts'
import type { EligibilityVerdict } from '#lib/model/eligibility.ts'
import type { JudgedGate } from '#lib/model/judgement.ts'
import type { ReleaseDomain } from '#lib/model/release-record.ts'
import { STATUSES, type Status } from '#lib/model/status.ts'
import { rollUp } from '../status/roll-up.ts'

/**
 * A release by what it asks of whom: the platform's own gates first, then the domains in the given order, then those that have no lane any
 * more. A domain of which nothing is needed is named too. The counts of all add up to the gates that were judged.
 */
export function releaseDomains(
  lanes: readonly DomainLane[],
  gates: readonly JudgedGate[],
  unsatisfied: ReadonlySet<string>,
  eligibility: ReadonlyMap<string, EligibilityVerdict>,
): readonly ReleaseDomain[] {
  const byDomain = new Map<string | null, JudgedGate[]>([null, ...lanes.map(({ domainId }) => domainId)].map((domain) => [domain, []]))
  for (const gate of gates) {
    const known = byDomain.get(gate.domain)
    if (known === undefined) byDomain.set(gate.domain, [gate])
    else known.push(gate)
  }
  const laneOf = new Map(lanes.map((lane) => [lane.domainId, lane]))
  return [...byDomain].map(([domain, own]) => ({
    domain,
    title: domain === null ? 'The whole platform' : (laneOf.get(domain)?.title ?? domain),
    owner: domain === null ? null : (laneOf.get(domain)?.owner ?? null),
    status: own.length === 0 ? 'not-applicable' : rollUp(own),
    counts: countStatuses(own),
    gates: own.length,
    unsatisfied: own.filter(({ gate }) => unsatisfied.has(gate)).length,
    eligibility: domain === null ? null : (eligibility.get(domain) ?? null),
  }))
}

function countStatuses(gates: readonly JudgedGate[]): Record<Status, number> {
  const counts = Object.fromEntries(STATUSES.map((status) => [status, 0])) as Record<Status, number>
  for (const { status } of gates) counts[status] += 1
  return counts
}
