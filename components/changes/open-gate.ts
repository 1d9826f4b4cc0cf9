import { parseAsString, useQueryState } from 'nuqs'

/** The gate that is open, as the URL has it; opening one is a step back in the history. */
export function useOpenGate() {
  return useQueryState('gate', parseAsString.withOptions({ history: 'push', scroll: false }))
}

/** The text that the list of gates is narrowed by. */
export function useGateFilter() {
  return useQueryState('q', parseAsString.withDefault('').withOptions({ history: 'replace', throttleMs: 200 }))
}
