import type { Reason } from '#lib/model/reason.ts'

/** The most reasons that one answer gives; a gate may have failed thousands of times. */
export const MOST_REASONS = 30

/** The first reasons, and how many more there are. */
export function boundedReasons(reasons: readonly Reason[]): readonly Reason[] {
  if (reasons.length <= MOST_REASONS) return reasons
  const kept = reasons.slice(0, MOST_REASONS - 1)
  const text = `${reasons.length - kept.length} more reasons like these are not listed here.`
  return [...kept, { code: 'more', text, refs: [], actors: [], next: null }]
}
