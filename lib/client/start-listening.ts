import { hear } from './live.ts'
import { NO_ANSWER } from './request-fault.ts'

/** Begins to listen, once the part that does so is loaded: no page waits for it. Answers how to stop. */
export function listenToServer(): () => void {
  let stop: (() => void) | null = null
  let isOver = false
  import('./listen.ts').then(
    ({ startListening }) => {
      if (!isOver) stop = startListening()
    },
    () => hear({ what: 'fault', fault: NO_ANSWER }),
  )
  return () => {
    isOver = true
    stop?.()
  }
}

/** Asks the server now, whether or not its turn has come. */
export function askServer(): void {
  import('./listen.ts').then(
    ({ askNow }) => askNow(),
    () => hear({ what: 'fault', fault: NO_ANSWER }),
  )
}
