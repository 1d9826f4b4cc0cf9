import { hasCome } from '../status/watched-moment.ts'

/** True when something received at a moment is older than it may be, in seconds; null is no limit. The server's moments, nobody else's. */
export function isPastAge(receivedAt: Date, maxAgeSeconds: number | null, now: Date): boolean {
  return maxAgeSeconds !== null && hasCome(receivedAt.getTime() + maxAgeSeconds * 1000 + 1, now)
}
