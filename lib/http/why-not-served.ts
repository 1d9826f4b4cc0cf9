import type { Caller } from './caller.ts'
import { currentSettings } from './current-settings.ts'
import { type Permission, sessionEnded, whyNotAllowed } from './permission.ts'
import type { Problem } from './problem.ts'

const READING_METHODS = ['GET', 'HEAD', 'OPTIONS']

/** Null when the request may be served for this caller, or why not, before anything of it is read. */
export function whyNotServed(permission: Permission, request: Request, caller: Caller): Problem | null {
  const isWrite = !READING_METHODS.includes(request.method)
  const isForAll = permission.access === 'public' || permission.access === 'anyone'
  // What somebody wants to be done in their own name is not done in nobody's.
  if (isWrite && !isForAll && caller.hasEnded) return sessionEnded()
  return whyNotAllowed(permission, caller, currentSettings().publicRead) ?? (isWrite ? foreignOrigin(request, caller) : null)
}

/**
 * A browser says which site a writing request comes from; only our own pages may. Programs send no `Origin`, and bring a token: a request
 * that is let in by a cookie must say that it comes from us.
 */
function foreignOrigin(request: Request, { person }: Caller): Problem | null {
  const origin = request.headers.get('origin')
  if (origin === null && person === null) return null
  if (origin !== null && currentSettings().ownOrigins.includes(origin)) return null
  const from = origin === null ? 'without saying from where' : 'from a page that is not ours'
  return {
    code: 'foreign-origin',
    detail: `This was sent ${from}. Open Lanekeeper at ${currentSettings().publicUrl}; LANEKEEPER_PUBLIC_URL sets that address.`,
  }
}
