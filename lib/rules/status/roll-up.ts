import type { JudgedGate } from '#lib/model/judgement.ts'
import type { Status } from '#lib/model/status.ts'

/** From the worst to the best. A gate that is not applicable says nothing, unless all are. */
export const WORST_FIRST: readonly Status[] = [
  'failed',
  'missing',
  'blocked',
  'stale',
  'partial',
  'pending',
  'skipped',
  'passed',
  'not-applicable',
]

/** One status for several gates: that of the worst. A skip that owes something counts as missing, and so does nothing at all. */
export function rollUp(gates: readonly Pick<JudgedGate, 'status' | 'debt'>[]): Status {
  const found = new Set(gates.map(({ status, debt }) => (status === 'skipped' && debt.length > 0 ? 'missing' : status)))
  return WORST_FIRST.find((status) => found.has(status)) ?? 'missing'
}
