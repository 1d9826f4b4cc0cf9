'use client'

import { useState } from 'react'
import { StepDrawer } from '#components/shell/step-drawer.tsx'
import { ReasonList } from '#components/status/reason-list.tsx'
import { ReasonReference } from '#components/status/reason-reference.tsx'
import { buttonLook } from '#components/ui/button.tsx'
import { CodeBlock } from '#components/ui/code-block.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { Age } from '#components/vocabulary/age.tsx'
import type { RegisterLine } from '#lib/model/register-line.ts'
import { momentOf } from '#lib/wording/age.ts'
import { DEBT_KIND_WORDING } from '#lib/wording/debt-kind.ts'
import { gateHref } from '#lib/wording/href.ts'
import { PRIOR_REFUSAL_WORDING } from '#lib/wording/prior-refusal.ts'
import { RESIDUAL_RISK_WORDING } from '#lib/wording/residual-risk.ts'
import { LineState } from './line-state.tsx'
import { ProofChecklist } from './proof-checklist.tsx'

/** One line: how it came about, the five proofs as a checklist, and what closes it. */
export function LineDrawer({
  line,
  repository,
  before,
  after,
  onStep,
  onClose,
  now,
}: {
  /** Null when none is open. */
  line: RegisterLine | null
  repository: string | null
  before: string | null
  after: string | null
  onStep: (id: string) => void
  onClose: () => void
  now: number
}) {
  // What was open last stays drawn while the drawer goes.
  const [shown, setShown] = useState(line)
  if (line !== null && line !== shown) setShown(line)
  const isOpen = line !== null

  if (shown === null) return null
  const hrefOfGate = (gate: string) => gateHref(gate, shown.domain ?? 'global', { repository, commit: shown.content })
  return (
    <StepDrawer
      open={isOpen}
      one="line"
      finalFocus={() => document.querySelector<HTMLElement>(`a[data-line="${shown.id}"]`)}
      title={
        <>
          <VisibleText text={shown.title} limit={60} /> · <VisibleText text={shown.domain ?? 'global'} limit={63} />
        </>
      }
      before={before}
      after={after}
      onStep={onStep}
      onClose={onClose}
      links={
        shown.domain === null ? null : (
          <PageLink href={hrefOfGate(shown.gate)} className={buttonLook()}>
            Open the gate in its lane
          </PageLink>
        )
      }
    >
      <div key={shown.id} className="min-h-0 flex-1 space-y-5 overflow-y-auto p-4">
        <div role="status" className="space-y-1.5">
          <LineState line={shown} />
          <HowItCame line={shown} now={now} />
        </div>
        <WhatCloses line={shown} hrefOfGate={hrefOfGate} />
        <section aria-labelledby="five-proofs" className="space-y-2">
          <h3 id="five-proofs" className="font-semibold text-body">
            The five proofs of a fast profile
          </h3>
          <ProofChecklist proofs={shown.proofs} hrefOfGate={hrefOfGate} />
        </section>
      </div>
    </StepDrawer>
  )
}

function HowItCame({ line, now }: { line: RegisterLine; now: number }) {
  const { kind, because, by, risk, refusal, at } = line
  return (
    <>
      <p className="text-dense text-muted" title={momentOf(Date.parse(at))}>
        {kind === null ? 'Declared ' : 'Opened '}
        <Age at={at} now={now} />
        {by === null ? null : (
          <>
            {' '}
            by <VisibleText text={by} limit={60} />
          </>
        )}
        {line.profile === null ? null : (
          <>
            {' '}
            under <VisibleText text={line.profile} limit={60} />
          </>
        )}
        {risk === null ? null : ` · declared risk: ${RESIDUAL_RISK_WORDING[risk].label.toLowerCase()}`}
      </p>
      {because.map((text) => (
        <p key={text} className="text-body">
          {kind === null ? <span className="text-muted">Reason: </span> : null}
          <VisibleText text={text} limit={1000} />
        </p>
      ))}
      {refusal === null ? null : (
        <p className="text-dense">
          <span className="font-medium">{PRIOR_REFUSAL_WORDING[refusal].meaning}</span> {PRIOR_REFUSAL_WORDING[refusal].next}
        </p>
      )}
    </>
  )
}

function WhatCloses({ line, hrefOfGate }: { line: RegisterLine; hrefOfGate: (gate: string) => string }) {
  // The reasons of what is owed name their owner and their command themselves.
  const isBare = line.kind === null || line.reasons.length === 0
  const command = line.reasons.find(({ next }) => next?.command != null)?.next?.command ?? null
  return (
    <section aria-labelledby="what-closes" className="space-y-2">
      <h3 id="what-closes" className="font-semibold text-body">
        {line.state === 'repaid' ? 'What repaid it' : line.state === 'accepted' ? 'What it rests on' : 'What closes it'}
      </h3>
      {line.state === 'repaid' ? (
        <ul className="text-dense">
          {line.closedBy.map((id) => (
            <li key={id}>
              <ReasonReference reference={`evidence:${id}`} gateHref={hrefOfGate} />
            </li>
          ))}
        </ul>
      ) : (
        <>
          <p className="text-body">{nextOf(line)}</p>
          {!isBare || line.owner === null ? null : (
            <p className="text-dense">
              <span className="text-muted">Who can move it: </span>
              <VisibleText text={line.owner} limit={80} className="font-medium" />
            </p>
          )}
          {!isBare || command === null ? null : <CodeBlock text={command} label="Copy the command" />}
          {isBare ? null : <ReasonList reasons={line.reasons} label="Why it is owed now" gateHref={hrefOfGate} />}
        </>
      )}
    </section>
  )
}

function nextOf({ kind, refusal }: RegisterLine): string {
  if (kind !== null) return DEBT_KIND_WORDING[kind].next
  if (refusal !== null) return 'Run the gate: only a run on this content answers a refused skip.'
  return 'Prior evidence of the same content stands in for a run. Whoever does not want to lean on it runs the gate.'
}
