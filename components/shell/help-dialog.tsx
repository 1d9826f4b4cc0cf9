'use client'

import { Switch } from '@base-ui/react/switch'
import { useState } from 'react'
import { Dialog } from '#components/ui/dialog.tsx'
import { Kbd } from '#components/ui/kbd.tsx'
import { KEYS, keepPreference, readPreference } from '#lib/client/preference.ts'
import { KEYBOARD_MAP } from './keyboard-map.ts'

/** What the keys do, and the switch that turns single letters off. */
export function HelpDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Keyboard">
      <section
        aria-label="Keys"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        className="grid gap-x-8 gap-y-5 overflow-y-auto p-4 focus-visible:-outline-offset-2 sm:grid-cols-2"
      >
        {KEYBOARD_MAP.map((group) => (
          <section key={group.title} aria-label={group.title}>
            <h3 className="mb-1.5 font-medium text-dense text-muted">{group.title}</h3>
            <dl className="space-y-1.5 text-dense">
              {group.keys.map((key) => (
                <div key={key.does} className="flex items-baseline gap-3">
                  <dt className="flex w-24 shrink-0 gap-1">
                    {key.keys.map((name) => (
                      <Kbd key={name}>{name}</Kbd>
                    ))}
                  </dt>
                  <dd className="min-w-0">{key.does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </section>
      <div className="border-border border-t px-4 py-3">
        <SingleKeySwitch />
      </div>
    </Dialog>
  )
}

function SingleKeySwitch() {
  const [keys, setKeys] = useState(() => readPreference(KEYS))

  function change(on: boolean) {
    const next = on ? 'on' : 'off'
    keepPreference(KEYS, next)
    setKeys(next)
  }

  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the switch inside is the control
    <label className="flex items-center gap-3 text-dense">
      <Switch.Root
        checked={keys === 'on'}
        onCheckedChange={change}
        className="flex h-6 w-10 shrink-0 items-center rounded-full border border-control bg-panel p-0.5 transition-colors duration-[120ms] data-[checked]:border-accent data-[checked]:bg-accent"
      >
        <Switch.Thumb className="size-4 rounded-full bg-control transition-transform duration-[120ms] data-[checked]:translate-x-4 data-[checked]:bg-on-accent" />
      </Switch.Root>
      <span>Single-letter keys. Ctrl K and Esc always work.</span>
    </label>
  )
}
