/**
 * A moment to judge by that remembers the next one at which anything it was asked would be answered otherwise. Rules ask a moment through
 * `hasCome` alone; from this moment until `changesAt` the same facts are judged the same.
 */
export class WatchedMoment extends Date {
  #changesAt = Number.POSITIVE_INFINITY

  /** Milliseconds since the epoch; infinite when time alone changes nothing. */
  get changesAt(): number {
    return this.#changesAt
  }

  /** Remembers a moment that is still to come. */
  expect(moment: number): void {
    this.#changesAt = Math.min(this.#changesAt, moment)
  }
}

/** Has a moment remember another's next change: what was made at the other is part of what is made at it. */
export function alsoExpect(changesAt: number, now: Date): void {
  if (now instanceof WatchedMoment) now.expect(changesAt)
}

/** True from a moment on, in milliseconds since the epoch. */
export function hasCome(moment: number, now: Date): boolean {
  const come = now.getTime() >= moment
  if (!come && now instanceof WatchedMoment) now.expect(moment)
  return come
}
