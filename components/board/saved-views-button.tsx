'use client'

import { Bookmark } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'

const SavedViewsDialog = dynamic(() => import('./saved-views-dialog.tsx').then((file) => file.SavedViewsDialog), { ssr: false })

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
