import { BookMarked } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Theme } from '#lib/client/preference.ts'
import { MenuButton } from './menu-button.tsx'
import { ShellControls } from './shell-controls.tsx'

/** The bar above every page: the repository it speaks of, how current it is, search, help, theme, and who is looking. */
export function TopBar({
  repository,
  theme,
  freshness,
  user,
}: {
  repository: ReactNode
  theme: Theme
  freshness: ReactNode
  user: ReactNode
}) {
  return (
    <header className="sticky top-0 z-30 flex h-12 items-center gap-2 border-border border-b bg-page px-3 sm:px-6">
      <div className="md:hidden">
        <MenuButton />
      </div>
      <div className="flex min-w-0 flex-1 items-center gap-2">
        <BookMarked aria-hidden="true" className="size-4 shrink-0 text-muted" />
        <div className="min-w-0 truncate">{repository}</div>
      </div>
      {freshness}
      <ShellControls theme={theme} />
      {user}
    </header>
  )
}
