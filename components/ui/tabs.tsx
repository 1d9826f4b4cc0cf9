'use client'

import { Tabs as Headless } from '@base-ui/react/tabs'
import type { ReactNode } from 'react'
import { tabLook } from './tab-look.ts'

export interface Tab<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly panel: ReactNode
}

/** Tabs within one page; arrows move between them, the panel that is not open is not there. */
export function Tabs<Value extends string>({
  label,
  tabs,
  value,
  onChange,
}: {
  label: string
  tabs: readonly Tab<Value>[]
  value: Value
  onChange: (value: Value) => void
}) {
  return (
    <Headless.Root value={value} onValueChange={onChange}>
      <Headless.List aria-label={label} className="flex gap-1 border-border border-b">
        {tabs.map((tab) => (
          <Headless.Tab key={tab.value} value={tab.value} className={tabLook}>
            {tab.label}
          </Headless.Tab>
        ))}
      </Headless.List>
      {tabs.map((tab) => (
        <Headless.Panel key={tab.value} value={tab.value} className="pt-4">
          {tab.panel}
        </Headless.Panel>
      ))}
    </Headless.Root>
  )
}
