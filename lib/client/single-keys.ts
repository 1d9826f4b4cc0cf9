import { KEYS, readPreference } from './preference.ts'

/**
 * Whether a single-letter key may do something now: never in a field, never while a dialog is open, never with a
 * modifier, and not when the person has switched such keys off (WCAG 2.1.4).
 */
export function singleKeyActs(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false
  const target = event.target
  if (target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea, select, [role="menu"]') !== null))
    return false
  return document.querySelector('[role="dialog"]') === null && readPreference(KEYS) === 'on'
}
