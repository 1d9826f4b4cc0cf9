import { useLayoutEffect, useRef } from 'react'
import { KEYS, readPreference } from './preference.ts'

/**
 * Whether a single-letter key may do something now: never in a field, never while a dialog is open, never with a
 * modifier, and not when the person has switched such keys off (WCAG 2.1.4).
 */
export function singleKeyActs(event: KeyboardEvent): boolean {
  return dialogKeyActs(event) && document.querySelector('[role="dialog"]') === null
}

/** The same for a key of the dialog that is open. */
export function dialogKeyActs(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false
  const target = event.target
  if (target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea, select, [role="menu"]') !== null))
    return false
  return readPreference(KEYS) === 'on'
}

/** Hears every key on the page while it is `on`. Begins before the page is shown as ready: a key that comes in between would be lost. */
export function useKeys(act: (event: KeyboardEvent) => void, on = true): void {
  const latest = useRef(act)
  useLayoutEffect(() => {
    latest.current = act
  })
  useLayoutEffect(() => {
    if (!on) return
    const hear = (event: KeyboardEvent) => latest.current(event)
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  }, [on])
}
