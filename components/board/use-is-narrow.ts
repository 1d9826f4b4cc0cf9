import { useSyncExternalStore } from 'react'

const NARROW = '(max-width: 47.99rem)'

/** Whether there is no room for a grid; null where nobody knows yet, as on the server, so that both faces must be there. */
export function useIsNarrow(): boolean | null {
  return useSyncExternalStore<boolean | null>(
    watch,
    () => matchMedia(NARROW).matches,
    () => null,
  )
}

function watch(onChange: () => void): () => void {
  const query = matchMedia(NARROW)
  query.addEventListener('change', onChange)
  return () => query.removeEventListener('change', onChange)
}
