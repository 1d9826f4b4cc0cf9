import type { Exception, ExceptionState } from '#lib/model/exception.ts'
import { currentVersion } from '#lib/model/exception.ts'

/** How an exception may move. `expired` is where time takes it; nothing leads out of the other four. */
export const EXCEPTION_MOVES: Readonly<Record<ExceptionState, readonly ExceptionState[]>> = {
  requested: ['approved', 'rejected', 'withdrawn', 'expired'],
  approved: ['revoked', 'expired'],
  rejected: [],
  withdrawn: [],
  revoked: [],
  expired: [],
}

/** What an exception is at a moment: past its expiry it has expired, whether or not anything has written that down. */
export function effectiveState(exception: Pick<Exception, 'state' | 'versions'>, now: Date): ExceptionState {
  const isOver = currentVersion(exception).request.expiresAt.getTime() <= now.getTime()
  return isOver && EXCEPTION_MOVES[exception.state].includes('expired') ? 'expired' : exception.state
}
