import { type LucideIcon, Monitor, Moon, Sun } from 'lucide-react'
import type { Theme } from '#lib/client/preference.ts'

/** The word and the picture of each theme. */
export const THEME_LOOKS: Readonly<Record<Theme, { readonly label: string; readonly icon: LucideIcon }>> = {
  system: { label: 'As the system', icon: Monitor },
  light: { label: 'Light', icon: Sun },
  dark: { label: 'Dark', icon: Moon },
}
