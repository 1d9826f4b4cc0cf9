import { useSyncExternalStore } from 'react'
import { FIRST, type Heard, type LiveState, nextLive } from './live-state.ts'

let state: LiveState = FIRST
const listeners = new Set<() => void>()

/** What is known of the connection to the server, drawn again whenever it changes. */
export function useLive(): LiveState {
  return useSyncExternalStore(subscribe, currentLive, () => FIRST)
}

/** The same, at this moment. */
export function currentLive(): LiveState {
  return state
}

/** Takes in what was heard of the server. */
export function hear(heard: Heard): void {
  const next = nextLive(state, heard)
  if (next === state) return
  state = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
