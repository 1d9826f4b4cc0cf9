'use client'

import { useEffect, useState } from 'react'

/**
 * The current moment in milliseconds, renewed twice a minute. It begins with `now`, the server's moment, so that the
 * first picture in the browser is the server's.
 */
export function useNow(now: number): number {
  const [current, setCurrent] = useState(now)
  useEffect(() => {
    const tick = () => setCurrent(Date.now())
    tick()
    const timer = setInterval(tick, 30_000)
    return () => clearInterval(timer)
  }, [])
  return current
}
