'use client'

import { Button } from '#components/ui/button.tsx'
import { Code } from '#components/ui/code.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { Failure } from '#components/ui/failure.tsx'
import { goTo } from '#components/ui/go-to.ts'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { faultOf } from '#lib/client/request.ts'
import { useSend } from '#lib/client/use-send.ts'
import type { Content } from '#lib/model/content.ts'
import { promotionHref } from '#lib/wording/href.ts'

/** What is promoted, and in which repository. */
export interface ToPromote {
  readonly domain: string
  readonly title: string
  readonly content: Content
  readonly repository: string | null
}

/** Asks once more, then records the promotion; the browser goes on to its record. */
export function PromoteDialog({
  domain,
  title,
  content,
  repository,
  open,
  onOpenChange,
}: ToPromote & { open: boolean; onOpenChange: (open: boolean) => void }) {
  const { send, busy, failure, forget } = useSend<{ readonly id: string }>(({ id }) => goTo(promotionHref(id)))

  function change(isOpen: boolean) {
    forget()
    onOpenChange(isOpen)
  }

  return (
    <Dialog
      open={open}
      onOpenChange={change}
      title={
        <>
          Promote <VisibleText text={title} limit={60} />
        </>
      }
    >
      <div className="space-y-4 overflow-y-auto p-4 text-body">
        <p>
          The eight items are judged once more at that moment, and kept as they are then, under your name. What is recorded is never changed
          or taken back.
        </p>
        <ul className="space-y-1 wrap-anywhere text-dense">
          {Object.entries(content).map(([name, text]) => (
            <li key={name}>
              <span className="text-muted">{name} </span>
              <Code>{text}</Code>
            </li>
          ))}
        </ul>
        {failure === null ? null : <Failure title="It was not promoted" fault={faultOf(failure)} />}
        <div className="flex flex-wrap gap-2">
          <Button
            look="primary"
            aria-disabled={busy}
            onClick={() => void send({ href: '/api/v1/promotions', repository, body: { domain, content } })}
          >
            {busy ? 'Recording…' : 'Record the promotion'}
          </Button>
          <Button onClick={() => change(false)}>Not now</Button>
        </div>
      </div>
    </Dialog>
  )
}
