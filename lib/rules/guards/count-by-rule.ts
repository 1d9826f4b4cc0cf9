import { GUARD_FINDING_STATES, type GuardFindingState, type JudgedFinding } from '#lib/model/guard.ts'

/** A rule's findings by state. */
export interface RuleCounts {
  readonly rule: string
  readonly counts: Readonly<Record<GuardFindingState, number>>
}

/** How many findings there are of each state. */
export function countStates(findings: readonly JudgedFinding[]): Readonly<Record<GuardFindingState, number>> {
  const of = (state: GuardFindingState) => findings.filter((each) => each.state === state).length
  return Object.fromEntries(GUARD_FINDING_STATES.map((state) => [state, of(state)])) as Record<GuardFindingState, number>
}

/** The same rule by rule, those with most that is new first, then by name. */
export function countByRule(findings: readonly JudgedFinding[]): readonly RuleCounts[] {
  const byRule = new Map<string, JudgedFinding[]>()
  for (const finding of findings) {
    const known = byRule.get(finding.rule)
    if (known === undefined) byRule.set(finding.rule, [finding])
    else known.push(finding)
  }
  const open = ({ counts }: RuleCounts) => counts.new + counts['expired-debt']
  return [...byRule]
    .map(([rule, own]) => ({ rule, counts: countStates(own) }))
    .sort((a, b) => open(b) - open(a) || (a.rule < b.rule ? -1 : 1))
}
