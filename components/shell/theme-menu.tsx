'use client'

import { Menu } from '@base-ui/react/menu'
import { Check } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { buttonLook } from '#components/ui/button.tsx'
import { keepPreference, preferenceOf, THEME, THEMES, type Theme } from '#lib/client/preference.ts'
import { THEME_LOOKS } from './theme-looks.ts'

/** Light, dark, or as the system says; the server renders the choice from then on. It is open when it first appears. */
export function ThemeMenu({ initial }: { initial: Theme }) {
  const [theme, setTheme] = useState(initial)
  // Within the bar, so that the menu is part of a landmark.
  const place = useRef<HTMLDivElement>(null)
  const trigger = useRef<HTMLButtonElement>(null)

  // The press that asked for the menu came before the menu was there: it is pressed again, and so opens as by keyboard.
  useEffect(() => {
    trigger.current?.focus()
    trigger.current?.click()
  }, [])

  function choose(value: unknown) {
    const next = preferenceOf(THEME, String(value))
    keepPreference(THEME, next)
    if (next === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = next
    setTheme(next)
  }

  const Current = THEME_LOOKS[theme].icon
  return (
    <Menu.Root>
      <Menu.Trigger ref={trigger} className={buttonLook('ghost', 'icon')} aria-label="Theme" title="Theme">
        <Current aria-hidden="true" className="size-4" />
      </Menu.Trigger>
      <div ref={place} />
      <Menu.Portal container={place}>
        <Menu.Positioner align="end" sideOffset={6} className="z-50 outline-none">
          <Menu.Popup className="min-w-44 rounded-card border border-border bg-raised p-1 text-body shadow-popover outline-none">
            <Menu.RadioGroup value={theme} onValueChange={choose} aria-label="Theme">
              {THEMES.map((value) => {
                const { label, icon: Icon } = THEME_LOOKS[value]
                return (
                  <Menu.RadioItem
                    key={value}
                    value={value}
                    closeOnClick
                    className="flex h-8 cursor-default select-none items-center gap-2.5 rounded-control px-2 outline-none data-[highlighted]:bg-hover"
                  >
                    <Icon aria-hidden="true" className="size-4 text-muted" />
                    <span className="flex-1">{label}</span>
                    <Menu.RadioItemIndicator>
                      <Check aria-hidden="true" className="size-4" />
                    </Menu.RadioItemIndicator>
                  </Menu.RadioItem>
                )
              })}
            </Menu.RadioGroup>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
