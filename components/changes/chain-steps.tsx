'use client'

import type { ReactNode } from 'react'
import { Code } from '#components/ui/code.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { ClassChip } from '#components/vocabulary/class-chip.tsx'
import { OwnerLine } from '#components/vocabulary/owner-line.tsx'
import { PlaceLine } from '#components/vocabulary/place-line.tsx'
import type { Place } from '#lib/model/place.ts'
import { count } from '#lib/wording/count.ts'
import { ChainFiles } from './chain-files.tsx'
import type { GateChain } from './gate-view.ts'

/** One chain, from the changed file to the line that declares the gate. */
export function ChainSteps({ chain, paths }: { chain: GateChain; paths: readonly string[] }) {
  return (
    <ol className="rounded-control border border-border px-3 py-2.5">
      <Step name={chain.files.length > 1 ? 'Files' : 'File'}>
        {chain.files.length === 0 ? 'Every change' : <ChainFiles files={chain.files} paths={paths} />}
      </Step>
      {chain.files.length === 0 ? null : (
        <Step name="Owner">
          {chain.owner === null ? (
            <span className="text-muted">
              {chain.changeClass === 'unmapped' ? 'No map names an owner.' : 'No map row: what the file is decides.'}
            </span>
          ) : (
            <OwnerLine owner={chain.owner} />
          )}
        </Step>
      )}
      <Step name={chain.changeClass === null ? 'Rule' : 'Class'}>
        {chain.changeClass === null ? <Code>{chain.rule}</Code> : <ClassChip changeClass={chain.changeClass} />}
      </Step>
      <Step name="So">
        <VisibleText text={chain.text} limit={400} />
      </Step>
      <Declared place={chain.declared} />
    </ol>
  )
}

/** The lanes that list a global gate, and so make every change run it. */
export function AlwaysChain({ chains }: { chains: readonly GateChain[] }) {
  return (
    <ol className="rounded-control border border-border px-3 py-2.5">
      <Step name="Change">Every change runs it: global gates remain mandatory.</Step>
      <Step name="Listed by" last>
        <span className="block">{count(chains.length, 'lane')}</span>
        <ul className="text-meta">
          {chains.map((chain) =>
            chain.declared === null ? null : (
              <li key={`${chain.declared.file}:${chain.declared.line}`}>
                <PlaceLine place={chain.declared} />
              </li>
            ),
          )}
        </ul>
      </Step>
    </ol>
  )
}

function Declared({ place }: { place: Place | null }) {
  return (
    <Step name="Gate" last>
      {place === null ? (
        <span className="text-muted">Known to routing itself; no lane declares it.</span>
      ) : (
        <span>
          declared in <PlaceLine place={place} />
        </span>
      )}
    </Step>
  )
}

function Step({ name, last = false, children }: { name: string; last?: boolean; children: ReactNode }) {
  return (
    <li className="grid grid-cols-[0.5rem_4.25rem_minmax(0,1fr)] gap-x-2.5 text-dense">
      <span aria-hidden="true" className="relative flex justify-center">
        {last ? null : <span className="absolute top-2.5 bottom-[-0.6rem] w-px bg-border" />}
        <span className="relative mt-[0.3rem] size-2 rounded-full border border-control bg-page" />
      </span>
      <span className="text-muted">{name}</span>
      <div className={last ? 'min-w-0' : 'min-w-0 pb-2.5'}>{children}</div>
    </li>
  )
}
