'use client'

import { useState } from 'react'
import { buttonLook } from '#components/ui/button.tsx'
import { lazily } from '#components/ui/lazily.tsx'
import type { Theme } from '#lib/client/preference.ts'
import { THEME_LOOKS } from './theme-looks.ts'

const ThemeMenu = lazily(() => import('./theme-menu.tsx').then((file) => file.ThemeMenu))

/** The button of the theme's menu. The menu is loaded when it is first wanted, and takes the button's place. */
export function ThemeButton({ initial }: { initial: Theme }) {
  const [wanted, setWanted] = useState(false)
  if (wanted) return <ThemeMenu initial={initial} />
  const Icon = THEME_LOOKS[initial].icon
  return (
    <button
      type="button"
      onClick={() => setWanted(true)}
      aria-label="Theme"
      aria-haspopup="menu"
      aria-expanded="false"
      title="Theme"
      className={buttonLook('ghost', 'icon')}
    >
      <Icon aria-hidden="true" className="size-4" />
    </button>
  )
}
