import type { GuardFindingState } from '#lib/model/guard.ts'

/** The states of findings: what blocks, what is owed, what will be, what is known, what is gone. */
export const WORST_FINDINGS_FIRST: readonly GuardFindingState[] = ['new', 'expired-debt', 'allowed-debt', 'legacy', 'resolved']
