'use client'

import type { ReactNode } from 'react'
import type { RailWidth, Theme } from '#lib/client/preference.ts'
import { OnTheWay } from './on-the-way.tsx'
import { Rail } from './rail.tsx'
import { TopBar } from './top-bar.tsx'

/** The frame of every page: skip link, rail, bar, and the page itself in `main`. The browser draws it itself, so that no page carries it twice. */
export function Shell({
  repository,
  theme,
  rail,
  freshness,
  user,
  notice,
  children,
}: {
  repository: ReactNode
  theme: Theme
  rail: RailWidth
  /** How current the pages are. */
  freshness: ReactNode
  /** Who is looking. */
  user: ReactNode
  /** What must be seen on every page; null for nothing. */
  notice: ReactNode
  children: ReactNode
}) {
  return (
    <>
      <a
        href="#main"
        className="fixed top-2 left-2 z-50 -translate-y-20 rounded-control bg-accent px-3 py-2 font-medium text-on-accent focus-visible:translate-y-0"
      >
        Skip to the page
      </a>
      <OnTheWay />
      <div className="flex min-h-dvh">
        <Rail width={rail} />
        <div className="flex min-w-0 flex-1 flex-col">
          <TopBar repository={repository} theme={theme} freshness={freshness} user={user} />
          <main id="main" tabIndex={-1} className="mx-auto w-full max-w-[85rem] flex-1 px-4 py-5 outline-none sm:px-6">
            {notice}
            {children}
          </main>
        </div>
      </div>
    </>
  )
}
