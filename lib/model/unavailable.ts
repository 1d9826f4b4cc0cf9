const BRAND = Symbol.for('lanekeeper.unavailable')

/**
 * Why nothing can be answered right now: the database does not, an issuer of identities does not, or too much is being worked on.
 * `audit-rollback`: nothing can be recorded, because the history in the database is not the one that was signed for; its message says what
 * to do.
 */
export type UnavailableReason = 'database-unavailable' | 'issuer-unavailable' | 'server-busy' | 'audit-rollback'

/**
 * The history cannot be read or written right now: its database is away, overloaded or not prepared, or there is no turn left to work on
 * it. Thrown, because nothing can be decided without it; a caller is told to come back, never shown what was true before.
 */
export class Unavailable extends Error {
  readonly [BRAND] = true
  readonly reason: UnavailableReason

  constructor(message: string, options: ErrorOptions & { readonly reason?: UnavailableReason } = {}) {
    super(message, options)
    this.name = 'Unavailable'
    this.reason = options.reason ?? 'database-unavailable'
  }
}

/** True for an `Unavailable`, also when a bundler has loaded this file twice and `instanceof` would not see it. */
export function isUnavailable(error: unknown): error is Unavailable {
  return error instanceof Error && BRAND in error
}
