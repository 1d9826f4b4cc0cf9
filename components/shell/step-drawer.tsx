'use client'

import { ChevronLeft, ChevronRight, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { dialogKeyActs, useKeys } from '#lib/client/single-keys.ts'
import { Button } from '../ui/button.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { copyText } from '../ui/copy-text.ts'
import { Dialog } from '../ui/dialog.tsx'

/**
 * A drawer for one of many: `[` and `]` go to its neighbours, `y` copies the address that opens it. At its foot are `links` and the copying.
 */
export function StepDrawer({
  open,
  one,
  title,
  before,
  after,
  onStep,
  onClose,
  finalFocus,
  links,
  children,
}: {
  open: boolean
  /** What it shows one of: `cell`. */
  one: string
  title: ReactNode
  /** Null where there is no neighbour on that side. */
  before: string | null
  after: string | null
  onStep: (id: string) => void
  onClose: () => void
  finalFocus: () => HTMLElement | null
  links: ReactNode
  children: ReactNode
}) {
  useKeys((event) => {
    if (!dialogKeyActs(event)) return
    const to = event.key === '[' ? before : event.key === ']' ? after : null
    if (event.key === 'y') void copyText(window.location.href)
    if (to !== null) onStep(to)
  }, open)

  return (
    <Dialog
      open={open}
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      place="right"
      finalFocus={finalFocus}
      title={title}
      actions={
        <>
          <Step to={before} onStep={onStep} icon={ChevronLeft} label={`Previous ${one}`} sign="[" />
          <Step to={after} onStep={onStep} icon={ChevronRight} label={`Next ${one}`} sign="]" />
        </>
      }
    >
      {children}
      <div className="flex flex-wrap gap-2 border-border border-t p-3">
        {links}
        <CopyButton look="secondary" text={() => window.location.href} label="Copy link">
          Copy link
        </CopyButton>
      </div>
    </Dialog>
  )
}

function Step(props: { to: string | null; onStep: (id: string) => void; icon: LucideIcon; label: string; sign: string }) {
  const { to, onStep, icon: Icon, label, sign } = props
  return (
    <Button
      look="ghost"
      size="icon"
      disabled={to === null}
      onClick={() => to !== null && onStep(to)}
      aria-label={label}
      title={`${label}  ${sign}`}
    >
      <Icon aria-hidden="true" className="size-4" />
    </Button>
  )
}
