'use client'

import { Dialog as Headless } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { buttonLook } from './button.tsx'
import { classNames } from './class-names.ts'

const PLACES = {
  center: 'top-[max(1rem,12vh)] left-1/2 max-h-[76vh] w-[min(40rem,calc(100vw-2rem))] -translate-x-1/2 rounded-card border',
  left: 'inset-y-0 left-0 w-[min(18rem,calc(100vw-3rem))] border-r',
  right: 'inset-y-0 right-0 w-full border-l sm:w-[min(30rem,100vw)]',
} as const

/** A modal dialog: focus stays inside, Esc closes, focus returns to where it came from. */
export function Dialog({
  open,
  onOpenChange,
  title,
  place = 'center',
  actions,
  initialFocus,
  finalFocus,
  children,
}: {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: ReactNode
  place?: keyof typeof PLACES
  /** Beside the title, before what closes. */
  actions?: ReactNode
  /** What gets the focus when it opens, where that is not its first control. */
  initialFocus?: () => HTMLElement | null
  /** What gets the focus when it closes, where that is not what had it before. */
  finalFocus?: () => HTMLElement | null
  children: ReactNode
}) {
  return (
    <Headless.Root open={open} onOpenChange={onOpenChange}>
      <Headless.Portal>
        <Headless.Backdrop className="fixed inset-0 z-40 bg-backdrop transition-opacity duration-[120ms] data-[ending-style]:opacity-0 data-[starting-style]:opacity-0" />
        <Headless.Popup
          initialFocus={initialFocus}
          finalFocus={finalFocus}
          className={classNames(
            'fixed z-50 flex flex-col border-border bg-raised text-text shadow-popover outline-none transition-opacity duration-[120ms] data-[ending-style]:opacity-0 data-[starting-style]:opacity-0',
            PLACES[place],
          )}
        >
          <div className="flex items-center justify-between gap-2 border-border border-b py-2 pr-2 pl-4">
            <Headless.Title className="min-w-0 flex-1 font-semibold text-section">{title}</Headless.Title>
            {actions}
            <Headless.Close className={buttonLook('ghost', 'icon')} aria-label="Close">
              <X aria-hidden="true" className="size-4" />
            </Headless.Close>
          </div>
          {children}
        </Headless.Popup>
      </Headless.Portal>
    </Headless.Root>
  )
}
