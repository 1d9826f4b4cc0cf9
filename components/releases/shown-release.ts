import type { ShownDebt } from '#components/records/debt-table.tsx'
import type { ShownSkip } from '#components/records/skip-table.tsx'
import type { JudgedGate } from '#lib/model/judgement.ts'
import type { JudgedRelease } from '#lib/model/release-record.ts'
import { WORST_FIRST } from '#lib/rules/status/roll-up.ts'

/** The record of a release as its pages take it. */
export interface ShownRelease extends JudgedRelease {
  readonly skips: readonly ShownSkip[]
  readonly debt: readonly ShownDebt[]
  readonly promotions: readonly { readonly id: string; readonly domain: string; readonly by: string; readonly promotedAt: string }[]
}

/** The gates that stand in the way, the worst first; of equal ones in the order they come in. */
export function openGates({ gates, unsatisfied }: Pick<ShownRelease, 'gates' | 'unsatisfied'>): readonly JudgedGate[] {
  const open = new Set(unsatisfied)
  return gates.filter(({ gate }) => open.has(gate)).toSorted((a, b) => WORST_FIRST.indexOf(a.status) - WORST_FIRST.indexOf(b.status))
}
