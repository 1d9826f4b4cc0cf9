'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { Failure } from '#components/ui/failure.tsx'
import { Field } from '#components/ui/field.tsx'
import { faultOf } from '#lib/client/request.ts'
import { singleKeyActs, useKeys } from '#lib/client/single-keys.ts'
import { useSend } from '#lib/client/use-send.ts'
import type { Allowed } from './shown-exception.ts'

/** What can be done to an exception. */
export type Act = 'approve' | 'reject' | 'withdraw' | 'revoke'

const ACTS: Readonly<Record<Act, { readonly verb: string; readonly title: string; readonly asks: string; readonly key: string | null }>> = {
  approve: { verb: 'Approve', title: 'Approve this exception', asks: 'Why is it right to go without?', key: 'a' },
  reject: { verb: 'Reject', title: 'Reject this exception', asks: 'Why not, and what is missing?', key: 'r' },
  withdraw: { verb: 'Withdraw', title: 'Withdraw this request', asks: 'Why is it no longer needed?', key: null },
  revoke: { verb: 'Revoke', title: 'Revoke this exception', asks: 'Why must it end now?', key: null },
}

/** The buttons of whoever may decide, each with a dialog that asks for the reason; one that cannot be pressed says why beside it. */
export function Decide({
  id,
  hash,
  repository,
  acts,
}: {
  id: string
  hash: string
  repository: string | null
  acts: readonly (Allowed & { readonly act: Act })[]
}) {
  const router = useRouter()
  const [opened, setOpened] = useState<Act | null>(null)
  const [reason, setReason] = useState('')
  const { send, busy, failure, forget, rest } = useSend(() => {
    setOpened(null)
    setReason('')
    rest()
    router.refresh()
  })
  // A key opens the dialog; it never decides.
  useKeys((event) => {
    const act = acts.find((each) => each.allowed && ACTS[each.act].key === event.key)
    if (act !== undefined && opened === null && singleKeyActs(event)) {
      event.preventDefault()
      open(act.act)
    }
  })

  function open(act: Act) {
    forget()
    setOpened(act)
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    if (opened === null || reason.trim() === '') return
    void send({ repository, ...sendingOf(opened, id, reason.trim(), hash) })
  }

  return (
    <>
      <ul className="space-y-2 print:hidden">
        {acts.map(({ act, allowed, why }) => (
          <li key={act} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Button
              look={act === 'approve' ? 'primary' : 'secondary'}
              disabled={!allowed}
              aria-describedby={allowed ? undefined : `why-not-${act}`}
              onClick={() => open(act)}
              className="min-w-28 justify-center"
            >
              {ACTS[act].verb}…
            </Button>
            {allowed ? null : (
              <p id={`why-not-${act}`} className="min-w-0 flex-1 basis-60 text-dense text-muted">
                {why}
              </p>
            )}
          </li>
        ))}
      </ul>
      <Dialog
        open={opened !== null}
        onOpenChange={(isOpen) => (isOpen ? undefined : setOpened(null))}
        title={opened === null ? '' : ACTS[opened].title}
        initialFocus={() => document.getElementById('decision-reason')}
      >
        {opened === null ? null : (
          <form onSubmit={submit} className="space-y-4 overflow-y-auto p-4">
            <Field id="decision-reason" label={ACTS[opened].asks} hint="It is kept with your name, and is never changed.">
              <textarea
                id="decision-reason"
                value={reason}
                onChange={(event) => setReason(event.target.value)}
                rows={3}
                required
                maxLength={10_000}
                aria-describedby="decision-reason-hint"
                className="control w-full px-2.5 py-2 text-body"
              />
            </Field>
            {failure === null ? null : <Failure title="It was not done" fault={faultOf(failure)} />}
            <div className="flex flex-wrap gap-2">
              <Button type="submit" look="primary" aria-disabled={busy}>
                {busy ? 'Sending…' : ACTS[opened].verb}
              </Button>
              <Button onClick={() => setOpened(null)}>Not now</Button>
            </div>
          </form>
        )}
      </Dialog>
    </>
  )
}

function sendingOf(act: Act, id: string, reason: string, hash: string): { readonly href: string; readonly body: object } {
  const exception = `/api/v1/exceptions/${encodeURIComponent(id)}`
  switch (act) {
    case 'approve':
    case 'reject':
      return { href: `${exception}/decisions`, body: { decision: act, reason, hash } }
    case 'withdraw':
      return { href: `${exception}/withdrawal`, body: { reason } }
    case 'revoke':
      return { href: `${exception}/revocation`, body: { reason } }
  }
}
