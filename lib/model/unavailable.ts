const BRAND = Symbol.for('lanekeeper.unavailable')

/**
 * The history cannot be read or written right now: its database is away, overloaded or not prepared. Thrown, because nothing can be
 * decided without it; a caller is told to come back, never shown what was true before.
 */
export class Unavailable extends Error {
  readonly [BRAND] = true

  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'Unavailable'
  }
}

/** True for an `Unavailable`, also when a bundler has loaded this file twice and `instanceof` would not see it. */
export function isUnavailable(error: unknown): error is Unavailable {
  return error instanceof Error && BRAND in error
}
