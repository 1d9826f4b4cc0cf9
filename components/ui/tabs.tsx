'use client'

import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react'
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
  const id = useId()
  const list = useRef<HTMLDivElement>(null)

  function move(event: KeyboardEvent) {
    const buttons = [...(list.current?.children ?? [])].filter((each) => each instanceof HTMLElement)
    const at = document.activeElement instanceof HTMLElement ? buttons.indexOf(document.activeElement) : -1
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    buttons.at(to % buttons.length)?.focus()
  }

  return (
    <div>
      <div ref={list} role="tablist" aria-label={label} onKeyDown={move} className="flex gap-1 border-border border-b">
        {tabs.map((tab) => (
          <button
            key={tab.value}
            type="button"
            role="tab"
            id={`${id}${tab.value}`}
            aria-selected={tab.value === value}
            aria-controls={tab.value === value ? `${id}panel` : undefined}
            tabIndex={tab.value === value ? 0 : -1}
            onClick={() => onChange(tab.value)}
            className={tabLook}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div
        key={value}
        role="tabpanel"
        id={`${id}panel`}
        aria-labelledby={`${id}${value}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a panel that begins with text must be reachable by keyboard
        tabIndex={0}
        className="pt-4"
      >
        {tabs.find((tab) => tab.value === value)?.panel}
      </div>
    </div>
  )
}
