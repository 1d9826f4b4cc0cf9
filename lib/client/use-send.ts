import { useRef, useState } from 'react'
import { withRepository } from './request.ts'
import { newKey, send as post } from './send.ts'

/** What is sent: where to, and the body. */
export interface Sending {
  readonly href: string
  readonly repository: string | null
  readonly body: object
  /** POST, where nothing else is said. */
  readonly method?: 'PATCH'
}

/**
 * Sends to an endpoint of this origin as whoever is signed in. A send whose answer was lost is repeated with its key, so that it is done
 * once. `busy` stays true after a success, until the page that follows is there; `failure` is what was thrown.
 */
export function useSend<Answer>(onAnswer: (answer: Answer) => void) {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const last = useRef({ text: '', key: '' })

  async function send({ href, repository, body, method }: Sending) {
    if (busy) return
    const text = `${href} ${JSON.stringify(body)}`
    if (last.current.text !== text) last.current = { text, key: newKey() }
    setBusy(true)
    setFailure(null)
    try {
      const answer = await post<Answer>(withRepository(href, repository), body, last.current.key, method)
      last.current = { text: '', key: '' }
      onAnswer(answer)
    } catch (error) {
      setFailure(error)
      setBusy(false)
    }
  }

  return { send, busy, failure, forget: () => setFailure(null), rest: () => setBusy(false) }
}
