'use client'

import { type FormEvent, type KeyboardEvent, useState } from 'react'
import { StatusChip } from '#components/status/status-chip.tsx'
import { Button } from '#components/ui/button.tsx'
import { Code } from '#components/ui/code.tsx'
import { Failure } from '#components/ui/failure.tsx'
import { describedBy, Field } from '#components/ui/field.tsx'
import { goTo } from '#components/ui/go-to.ts'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { faultOf } from '#lib/client/request.ts'
import { useSend } from '#lib/client/use-send.ts'
import type { Content } from '#lib/model/content.ts'
import type { ReviewDomain } from '#lib/model/review-domain.ts'
import type { Status } from '#lib/model/status.ts'
import { neededApprovals } from '#lib/rules/exceptions/needed-approvals.ts'
import { sayPlaces } from '#lib/rules/exceptions/say-role.ts'
import { count } from '#lib/wording/count.ts'
import { exceptionHref } from '#lib/wording/href.ts'
import { ASKED_RISKS, type AskedRisk, draftFaults, type ExceptionDraft, offeredDays, requestBody, withRisk } from './exception-draft.ts'

/** A gate that an exception could be asked for. */
export interface GateToExcept {
  readonly gate: string
  readonly title: string
  readonly status: Status
  /** Why it cannot be excepted; null when it can. */
  readonly whyNot: string | null
}

const RISKS: Readonly<Record<AskedRisk, string>> = {
  low: 'Low: little can go wrong, and it would be seen',
  medium: 'Medium: something else must be done instead',
  high: 'High: it could harm customers, data or another domain',
}

/**
 * Asks for an exception for gates of one domain on one content, or words a request anew; the browser goes on to its page, where it is
 * decided.
 */
export function RequestForm({
  domain,
  content,
  gates,
  begun,
  rewords,
  reviews,
  repository,
  whyNot,
}: {
  domain: string
  content: Content
  gates: readonly GateToExcept[]
  /** What stands in the form at first. */
  begun: ExceptionDraft
  /** The request that is worded anew; null for a new one. */
  rewords: string | null
  reviews: readonly ReviewDomain[]
  repository: string | null
  /** Why whoever looks cannot ask; null when they can. */
  whyNot: string | null
}) {
  const [draft, setDraft] = useState(begun)
  const [isTried, setIsTried] = useState(false)
  const { send, busy, failure } = useSend<{ readonly id: string }>(({ id }) => goTo(exceptionHref(id)))
  const faults = draftFaults(draft)
  const shown = isTried ? faults : {}
  const needed = sayPlaces(neededApprovals({ risk: draft.risk, domain, gates: draft.gates }, reviews))

  function edit(part: Partial<ExceptionDraft>) {
    setDraft((before) => ({ ...before, ...part }))
  }

  function submit(event?: FormEvent) {
    event?.preventDefault()
    setIsTried(true)
    if (whyNot !== null || Object.keys(faults).length > 0) return
    const body = requestBody(draft, Date.now())
    void send(
      rewords === null
        ? { href: '/api/v1/exceptions', repository, body: { ...body, domain, content } }
        : { href: `/api/v1/exceptions/${encodeURIComponent(rewords)}`, repository, body, method: 'PATCH' },
    )
  }

  function submitOnCtrlEnter(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    submit()
  }

  return (
    <form onSubmit={submit} onKeyDown={submitOnCtrlEnter} noValidate className="max-w-3xl space-y-5">
      <fieldset className="space-y-1.5" aria-describedby={describedBy('gates', { error: shown.gates })}>
        <legend className="font-medium text-dense">Gates that stay open</legend>
        {shown.gates === undefined ? null : (
          <p id="gates-error" role="alert" className="font-medium text-danger-fg text-dense">
            {shown.gates}
          </p>
        )}
        <ul className="max-h-80 divide-y divide-border overflow-y-auto rounded-card border border-border">
          {gates.map(({ gate, title, status, whyNot: whyNotGate }) => (
            <li key={gate}>
              <label className="flex min-h-11 cursor-pointer items-start gap-3 px-3 py-2 has-disabled:cursor-default">
                <input
                  type="checkbox"
                  className="mt-1 size-4 shrink-0 accent-accent"
                  checked={draft.gates.includes(gate)}
                  disabled={whyNotGate !== null}
                  onChange={({ target }) =>
                    edit({ gates: target.checked ? [...draft.gates, gate] : draft.gates.filter((each) => each !== gate) })
                  }
                />
                <span className="min-w-0 flex-1">
                  <VisibleText text={title} limit={100} className="font-medium" />
                  <span className="block wrap-anywhere text-meta text-muted">
                    <Code>{gate}</Code>
                  </span>
                  {whyNotGate === null ? null : <span className="block text-dense text-muted">{whyNotGate}</span>}
                </span>
                <StatusChip status={status} />
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      <Field id="reason" label="Why must it go without?" error={shown.reason}>
        <textarea
          id="reason"
          value={draft.reason}
          onChange={(event) => edit({ reason: event.target.value })}
          rows={3}
          maxLength={10_000}
          aria-invalid={shown.reason !== undefined}
          aria-describedby={describedBy('reason', { error: shown.reason })}
          className="control w-full px-2.5 py-2 text-body"
        />
      </Field>
      <fieldset className="space-y-1.5">
        <legend className="font-medium text-dense">Risk that remains</legend>
        {ASKED_RISKS.map((risk) => (
          <label key={risk} className="flex min-h-8 cursor-pointer items-center gap-3 text-body">
            <input
              type="radio"
              name="risk"
              className="size-4 accent-accent"
              checked={draft.risk === risk}
              onChange={() => setDraft((before) => withRisk(before, risk))}
            />
            {RISKS[risk]}
          </label>
        ))}
      </fieldset>
      <Field
        id="control"
        label={draft.risk === 'low' ? 'What is done instead (not required)' : 'What is done instead'}
        error={shown.control}
      >
        <textarea
          id="control"
          value={draft.control}
          onChange={(event) => edit({ control: event.target.value })}
          rows={2}
          maxLength={10_000}
          aria-invalid={shown.control !== undefined}
          aria-describedby={describedBy('control', { error: shown.control })}
          className="control w-full px-2.5 py-2 text-body"
        />
      </Field>
      <Field
        id="days"
        label="For how long"
        hint={`The longest for a ${draft.risk} risk is ${count(offeredDays(draft.risk).at(-1) ?? 0, 'day')}.`}
      >
        <select
          id="days"
          value={draft.days}
          onChange={(event) => edit({ days: Number(event.target.value) })}
          aria-describedby="days-hint"
          className="control h-8 min-w-44 px-2 text-body"
        >
          {offeredDays(draft.risk).map((days) => (
            <option key={days} value={days}>
              {count(days, 'day')}
            </option>
          ))}
        </select>
      </Field>
      <p className="text-body" role="status">
        <span className="text-muted">It will need </span>
        <b className="font-medium">{needed}</b>
        <span className="text-muted">, none of whom is you or recorded the evidence. Eligibility for promotion is not changed by it.</span>
      </p>
      {failure === null ? null : (
        <Failure title={rewords === null ? 'It was not asked for' : 'It was not worded anew'} fault={faultOf(failure)} />
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button
          type="submit"
          look="primary"
          disabled={whyNot !== null}
          aria-disabled={busy}
          aria-describedby={whyNot === null ? undefined : 'why-not-ask'}
        >
          {busy ? 'Sending…' : rewords === null ? 'Ask for the exception' : 'Word it anew'}
          <kbd className="hidden font-mono text-meta sm:inline">Ctrl ↵</kbd>
        </Button>
        {whyNot === null ? null : (
          <p id="why-not-ask" className="min-w-0 flex-1 basis-60 text-dense text-muted">
            {whyNot}
          </p>
        )}
      </div>
    </form>
  )
}
