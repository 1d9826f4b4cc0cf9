'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { newKey } from '#lib/client/send.ts'

/** One thing that is sent at a time. A send whose answer was lost is repeated with its key, so that it is done once. */
export function useSending<Asked extends object>(post: (asked: Asked, key: string) => Promise<object>) {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const lastSent = useRef({ body: '', key: '' })

  /** True when it was done; the page then shows what there is now. */
  async function send(asked: Asked): Promise<boolean> {
    if (busy) return false
    const body = JSON.stringify(asked)
    if (lastSent.current.body !== body) lastSent.current = { body, key: newKey() }
    setBusy(true)
    setFailure(null)
    try {
      await post(asked, lastSent.current.key)
      lastSent.current = { body: '', key: '' }
      router.refresh()
      return true
    } catch (error) {
      setFailure(error)
      return false
    } finally {
      setBusy(false)
    }
  }

  return { send, busy, failure }
}
