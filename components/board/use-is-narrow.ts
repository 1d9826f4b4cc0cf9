import { startTransition, useEffect, useState } from 'react'

const NARROW = '(max-width: 47.99rem)'

/**
 * Whether there is no room for a grid; null where nobody knows yet, as on the server, so that both faces must be there. Many cells follow
 * from it, so that it never keeps what was pressed waiting.
 */
export function useIsNarrow(): boolean | null {
  const [isNarrow, setIsNarrow] = useState<boolean | null>(null)
  useEffect(() => {
    const query = matchMedia(NARROW)
    const look = () => startTransition(() => setIsNarrow(query.matches))
    look()
    query.addEventListener('change', look)
    return () => query.removeEventListener('change', look)
  }, [])
  return isNarrow
}
