'use client'

import { CircleHelp, Search } from 'lucide-react'
import { useCallback, useState } from 'react'
import { buttonLook } from '#components/ui/button.tsx'
import { lazily } from '#components/ui/lazily.tsx'
import type { Theme } from '#lib/client/preference.ts'
import { Keyboard } from './keyboard.tsx'
import { ThemeButton } from './theme-button.tsx'

const CommandPalette = lazily(() => import('./command-palette.tsx').then((file) => file.CommandPalette))
const HelpDialog = lazily(() => import('./help-dialog.tsx').then((file) => file.HelpDialog))

/** Search, help and theme. What search and help need is loaded when they are first opened. */
export function ShellControls({ theme }: { theme: Theme }) {
  const [open, setOpen] = useState<'search' | 'help' | null>(null)
  const [opened, setOpened] = useState({ search: false, help: false })

  const show = useCallback((what: 'search' | 'help') => {
    setOpened((before) => ({ ...before, [what]: true }))
    setOpen(what)
  }, [])
  const showSearch = useCallback(() => show('search'), [show])
  const showHelp = useCallback(() => show('help'), [show])

  return (
    <>
      <Keyboard onSearch={showSearch} onHelp={showHelp} />
      <button
        type="button"
        onClick={showSearch}
        aria-haspopup="dialog"
        className="flex size-8 items-center justify-center gap-2 rounded-control border border-transparent text-muted transition-colors duration-[120ms] hover:bg-hover hover:text-text sm:w-60 sm:justify-start sm:border-control sm:bg-page sm:px-2.5 lg:w-72"
      >
        <Search aria-hidden="true" className="size-4 shrink-0" />
        <span className="sr-only sm:not-sr-only sm:flex-1 sm:text-left sm:text-dense">Search or jump</span>
        <kbd className="hidden font-mono text-meta sm:inline">Ctrl K</kbd>
      </button>
      <div className="flex items-center">
        <button
          type="button"
          onClick={showHelp}
          aria-haspopup="dialog"
          className={buttonLook('ghost', 'icon')}
          aria-label="Keyboard help"
          title="Keyboard help"
        >
          <CircleHelp aria-hidden="true" className="size-4" />
        </button>
        <ThemeButton initial={theme} />
      </div>
      {opened.search ? (
        <CommandPalette open={open === 'search'} onOpenChange={(isOpen) => setOpen(isOpen ? 'search' : null)} onHelp={showHelp} />
      ) : null}
      {opened.help ? <HelpDialog open={open === 'help'} onOpenChange={(isOpen) => setOpen(isOpen ? 'help' : null)} /> : null}
    </>
  )
}
