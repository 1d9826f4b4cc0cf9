'use client'

import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { count } from '#lib/wording/count.ts'
import { ChainSteps } from './chain-steps.tsx'
import type { GateChain } from './gate-view.ts'

/** So many chains are shown before a person asks for all. */
const FIRST = 6

/** The chains that bring a gate: the first few, and all on request. */
export function Chains({ chains, paths }: { chains: readonly GateChain[]; paths: readonly string[] }) {
  const [all, setAll] = useState(false)
  return (
    <>
      {chains.slice(0, all ? undefined : FIRST).map((chain, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the chains of a gate never move
        <ChainSteps key={index} chain={chain} paths={paths} />
      ))}
      {all || chains.length <= FIRST ? null : (
        <Button size="compact" onClick={() => setAll(true)}>
          Show all {count(chains.length, 'chain')}
        </Button>
      )}
    </>
  )
}
