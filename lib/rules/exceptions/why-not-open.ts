import { currentVersion, type Exception } from '#lib/model/exception.ts'
import { effectiveState } from './effective-state.ts'
import { notNow, type WhyNot } from './why-not.ts'

/** Why an exception is not open to being decided, edited or withdrawn: it is no longer only asked for. */
export function whyNotOpen(exception: Exception, what: 'decided' | 'edited' | 'withdrawn', now: Date): WhyNot | null {
  const state = effectiveState(exception, now)
  if (state === 'requested') return null
  if (state === 'approved') {
    const instead = what === 'decided' ? '' : ' It can be revoked instead.'
    return notNow(`This exception is approved: it can no longer be ${what}.${instead}`)
  }
  if (state === 'expired') {
    const { expiresAt } = currentVersion(exception).request
    return notNow(
      `This exception ended at ${expiresAt.toISOString()}: it can no longer be ${what}. Ask for a new one if it is still needed.`,
    )
  }
  return notNow(`This exception was ${state}: it can no longer be ${what}. Ask for a new one if it is still needed.`)
}
