'use client'

import { PackageCheck } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { lazily } from '#components/ui/lazily.tsx'
import type { ToPromote } from './promote-dialog.tsx'

const PromoteDialog = lazily(() => import('./promote-dialog.tsx').then((file) => file.PromoteDialog))

/** Opens the dialog that promotes, which is loaded when it is first wanted. */
export function PromoteButton({
  disabledBy,
  ...toPromote
}: ToPromote & {
  /** The id of the sentence that says why it cannot be pressed; null when it can. */
  disabledBy: string | null
}) {
  const [open, setOpen] = useState(false)
  const [wanted, setWanted] = useState(false)
  return (
    <>
      <Button
        look="primary"
        disabled={disabledBy !== null}
        aria-describedby={disabledBy ?? undefined}
        onClick={() => {
          setWanted(true)
          setOpen(true)
        }}
      >
        <PackageCheck aria-hidden="true" className="size-4" />
        Promote…
      </Button>
      {wanted ? <PromoteDialog {...toPromote} open={open} onOpenChange={setOpen} /> : null}
    </>
  )
}
