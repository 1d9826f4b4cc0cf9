'use client'

import { Dialog } from '#components/ui/dialog.tsx'
import { ApiReferenceLink } from './api-reference-link.tsx'
import { NavigationLinks } from './navigation-links.tsx'

/** The rail's stand-in below 768 px. */
export function MenuDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Lanekeeper" place="left">
      <nav aria-label="Main" className="flex-1 p-3">
        <NavigationLinks onGo={() => onOpenChange(false)} />
      </nav>
      <div className="p-3">
        <ApiReferenceLink />
      </div>
    </Dialog>
  )
}
