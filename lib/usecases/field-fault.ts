import type { Refusal, RefusalCode } from '#lib/model/refusal.ts'

/** What is wrong with one field of a request, and the code it is refused with. */
export interface FieldFault {
  readonly code: RefusalCode
  readonly path: string
  readonly message: string
}

/** More than this many at once help nobody. */
const MOST_FAULTS = 50

/** The refusal of a request with faults, by the code of the first; null when there are none. */
export function refuseFaults(faults: readonly FieldFault[], isBatch = false): Refusal | null {
  const [first] = faults
  if (first === undefined) return null
  const errors = faults.slice(0, MOST_FAULTS).map(({ path, message }) => ({ path, message }))
  const consequence = isBatch ? ' Nothing of the batch was recorded.' : ''
  return { refused: first.code, detail: `${first.path}: ${first.message}.${consequence}`, errors }
}
