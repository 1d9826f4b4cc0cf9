'use client'

import { Menu } from 'lucide-react'
import { useState } from 'react'
import { buttonLook } from '#components/ui/button.tsx'
import { lazily } from '#components/ui/lazily.tsx'

const MenuDialog = lazily(() => import('./menu-dialog.tsx').then((file) => file.MenuDialog))

/** Opens the rail's stand-in below 768 px, which is loaded when it is first wanted. */
export function MenuButton() {
  const [open, setOpen] = useState(false)
  const [wanted, setWanted] = useState(false)

  function show() {
    setWanted(true)
    setOpen(true)
  }

  return (
    <>
      <button
        type="button"
        className={buttonLook('ghost', 'icon')}
        onClick={show}
        aria-label="Menu"
        aria-haspopup="dialog"
        aria-expanded={open}
      >
        <Menu aria-hidden="true" className="size-4" />
      </button>
      {wanted ? <MenuDialog open={open} onOpenChange={setOpen} /> : null}
    </>
  )
}
