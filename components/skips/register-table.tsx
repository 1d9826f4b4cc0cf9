'use client'

import { type KeyboardEvent, useRef } from 'react'
import { Code } from '#components/ui/code.tsx'
import { Cell, DataTable, HeadCell, RowHead } from '#components/ui/data-table.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { Age } from '#components/vocabulary/age.tsx'
import { shortContent } from '#components/vocabulary/content-name.ts'
import { FAST_PROFILE_PROOFS, type FastProfileProof } from '#lib/model/judgement.ts'
import type { RegisterLine, RegisterView } from '#lib/model/register-line.ts'
import { FAST_PROFILE_PROOF_WORDING } from '#lib/wording/fast-profile-proof.ts'
import { LineState } from './line-state.tsx'
import { ProofMark } from './proof-mark.tsx'

/** The whole name is in the title, and for whoever listens. */
const SHORT: Readonly<Record<FastProfileProof, string>> = {
  'validated-source': 'Source',
  'skipped-gates': 'Listed',
  'profile-smoke': 'Smoke',
  'rollback-posture': 'Rollback',
  'owner-approval': 'Approval',
}

const VIEW_LABELS: Readonly<Record<RegisterView, string>> = {
  owed: 'What is owed, with its five proofs',
  declared: 'Declared skips, with their five proofs',
  repaid: 'What was repaid, with its five proofs',
}

/** The lines of the register. Each is opened by its gate; arrows, `j` and `k` move between them. */
export function RegisterTable({
  lines,
  view,
  open,
  onOpen,
  now,
}: {
  lines: readonly RegisterLine[]
  view: RegisterView
  open: string | null
  onOpen: (id: string) => void
  now: number
}) {
  const table = useRef<HTMLDivElement>(null)

  function move(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const links = [...(table.current?.querySelectorAll<HTMLAnchorElement>('a[data-line]') ?? [])]
    const at = links.findIndex((link) => link.matches(':focus'))
    const to = { ArrowDown: at + 1, j: at + 1, ArrowUp: at - 1, k: at - 1, Home: 0, End: links.length - 1 }[event.key]
    if (at < 0 || to === undefined || links[to] === undefined) return
    event.preventDefault()
    links[to].focus()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the links inside are the controls; the keys only move between them
    <div ref={table} onKeyDown={move}>
      <DataTable label={VIEW_LABELS[view]}>
        <thead>
          <tr>
            <HeadCell>Gate</HeadCell>
            <HeadCell>{view === 'declared' ? 'Skip' : 'Why'}</HeadCell>
            {FAST_PROFILE_PROOFS.map((id, at) => (
              <HeadCell key={id} title={FAST_PROFILE_PROOF_WORDING[id].meaning} className="px-1.5">
                {at + 1} <span aria-hidden="true">{SHORT[id]}</span>
                <span className="sr-only">{FAST_PROFILE_PROOF_WORDING[id].label}</span>
              </HeadCell>
            ))}
            <HeadCell>{view === 'declared' ? 'Declared' : view === 'owed' ? 'Age' : 'Repaid'}</HeadCell>
            <HeadCell>Owner</HeadCell>
            <HeadCell>Candidate</HeadCell>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id} className="hover:bg-hover has-[a[aria-current]]:bg-selected">
              <RowHead className="min-w-56">
                <a
                  data-line={line.id}
                  href={`?line=${line.id}`}
                  aria-current={line.id === open ? 'true' : undefined}
                  aria-haspopup="dialog"
                  onClick={(event) => {
                    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
                    event.preventDefault()
                    onOpen(line.id)
                  }}
                  className="inline-block min-h-6 font-medium text-link hover:underline"
                >
                  <VisibleText text={line.title} limit={90} />
                </a>
                <span className="block text-meta text-muted">
                  <VisibleText text={line.domain ?? 'global'} limit={63} />
                </span>
              </RowHead>
              <Cell>
                <LineState line={line} />
              </Cell>
              {FAST_PROFILE_PROOFS.map((id) => (
                <Cell key={id} className="px-1.5">
                  <ProofMark proof={line.proofs.find((proof) => proof.id === id) ?? null} />
                </Cell>
              ))}
              <Cell>
                <Age at={line.closedAt ?? line.at} now={now} />
              </Cell>
              <Cell className="whitespace-nowrap">
                {line.owner === null ? <span className="text-muted">nobody named</span> : <VisibleText text={line.owner} limit={40} />}
              </Cell>
              <Cell className="whitespace-nowrap">
                <Code>
                  <span title={line.content}>{shortContent(line.content)}</span>
                </Code>
                <span className="block text-meta text-muted">
                  {line.profile === null ? 'profile not said' : <VisibleText text={line.profile} limit={40} />}
                </span>
              </Cell>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </div>
  )
}
