'use client'

import { Menu } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { buttonLook } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { NavigationLinks } from './navigation-links.tsx'

/** The rail's stand-in below 768 px. */
export function MenuDialog({ foot }: { foot: ReactNode }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        className={buttonLook('ghost', 'icon')}
        onClick={() => setOpen(true)}
        aria-label="Menu"
        aria-haspopup="dialog"
        aria-expanded={open}
      >
        <Menu aria-hidden="true" className="size-4" />
      </button>
      <Dialog open={open} onOpenChange={setOpen} title="Lanekeeper" place="left">
        <nav aria-label="Main" className="flex-1 p-3">
          <NavigationLinks onGo={() => setOpen(false)} />
        </nav>
        <div className="p-3">{foot}</div>
      </Dialog>
    </>
  )
}
