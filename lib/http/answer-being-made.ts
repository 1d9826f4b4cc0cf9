import { AsyncLocalStorage } from 'node:async_hooks'

/** How long an answer stays true: while the history has this head, and before this moment, in milliseconds since the epoch. */
export interface Validity {
  readonly head: string
  readonly until: number
}

/** An answer on its way; null until it has said how long it holds, and for one that is of this moment alone. */
export interface AnswerBeingMade {
  validity: Validity | null
}

declare global {
  /** One for the process: pages and endpoints are bundled apart from what serves them. */
  var lanekeeperAnswerBeingMade: AsyncLocalStorage<AnswerBeingMade> | undefined
}

function answers(): AsyncLocalStorage<AnswerBeingMade> {
  globalThis.lanekeeperAnswerBeingMade ??= new AsyncLocalStorage()
  return globalThis.lanekeeperAnswerBeingMade
}

/** Has an answer made, which may say of itself how long it holds. */
export function makeAnswer(answer: AnswerBeingMade, make: () => Promise<void>): Promise<void> {
  return answers().run(answer, make)
}

/** Said by an answer whose every part follows from its address, the history and these limits: whoever asks the same may be given it again. */
export function letBeGivenAgain(validity: Validity): void {
  const answer = answers().getStore()
  if (answer !== undefined) answer.validity = validity
}
