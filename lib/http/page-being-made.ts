import { AsyncLocalStorage } from 'node:async_hooks'

/** How long an answer stays true: while the history has this head, and before this moment, in milliseconds since the epoch. */
export interface Validity {
  readonly head: string
  readonly until: number
}

/** A page on its way; null until it has said how long it holds, and for one that is of this moment alone. */
export interface PageBeingMade {
  validity: Validity | null
}

declare global {
  /** One for the process: pages are bundled apart from what serves them. */
  var lanekeeperPageBeingMade: AsyncLocalStorage<PageBeingMade> | undefined
}

function pages(): AsyncLocalStorage<PageBeingMade> {
  globalThis.lanekeeperPageBeingMade ??= new AsyncLocalStorage()
  return globalThis.lanekeeperPageBeingMade
}

/** Has a page made, which may say of itself how long it holds. */
export function makePage(page: PageBeingMade, make: () => Promise<void>): Promise<void> {
  return pages().run(page, make)
}

/** Said by a page whose every part follows from its address, the history and these limits: whoever asks the same may be given it again. */
export function letBeGivenAgain(validity: Validity): void {
  const page = pages().getStore()
  if (page !== undefined) page.validity = validity
}
