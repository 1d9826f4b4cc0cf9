'use client'

import { Bookmark } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { lazily } from '#components/ui/lazily.tsx'

const SavedViewsDialog = lazily(() => import('./saved-views-dialog.tsx').then((file) => file.SavedViewsDialog))

/** Opens the views of this page, which are loaded when they are first wanted. */
export function SavedViewsButton() {
  const [open, setOpen] = useState(false)
  const [wanted, setWanted] = useState(false)
  return (
    <>
      <Button
        aria-haspopup="dialog"
        onClick={() => {
          setWanted(true)
          setOpen(true)
        }}
      >
        <Bookmark aria-hidden="true" className="size-4" />
        Views
      </Button>
      {wanted ? <SavedViewsDialog open={open} onOpenChange={setOpen} /> : null}
    </>
  )
}
