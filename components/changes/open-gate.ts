import { useCallback } from 'react'
import { useAddress } from '#components/ui/use-address.ts'

/** The gate that is open, as the URL has it; opening one is a step back in the history. */
export function useOpenGate() {
  const { values, set } = useAddress(['gate'], { history: 'push' })
  const setGate = useCallback((gate: string) => set({ gate }), [set])
  return [values.gate, setGate] as const
}

/** The text that the list of gates is narrowed by. */
export function useGateFilter() {
  const { values, set } = useAddress(['q'], { history: 'replace', everyMs: 200 })
  return [values.q ?? '', (text: string) => set({ q: text || null })] as const
}
