import { DOMAIN_GROUPS } from '#lib/model/domain-group.ts'
import type { DomainLane } from '#lib/model/domain-lane.ts'

const GROUP_ORDER = Object.keys(DOMAIN_GROUPS)

/** The lanes as every list of domains shows them: by the operating model's groups, then groups of one's own, then those without; then by id. */
export function orderLanes(lanes: readonly DomainLane[]): readonly DomainLane[] {
  return lanes.toSorted((a, b) => rank(a) - rank(b) || compareText(a.group ?? '', b.group ?? '') || compareText(a.domainId, b.domainId))
}

function rank({ group }: DomainLane): number {
  if (group === null) return GROUP_ORDER.length + 1
  const at = GROUP_ORDER.indexOf(group)
  return at === -1 ? GROUP_ORDER.length : at
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
