/** What a person has chosen for this browser. Each is a cookie, so that the server renders it and nothing flashes. */
export const THEMES = ['system', 'light', 'dark'] as const

export type Theme = (typeof THEMES)[number]

export const RAIL_WIDTHS = ['wide', 'narrow'] as const

export type RailWidth = (typeof RAIL_WIDTHS)[number]

export const SINGLE_KEYS = ['on', 'off'] as const

export type SingleKeys = (typeof SINGLE_KEYS)[number]

interface Preference<Value extends string> {
  readonly cookie: string
  /** The first is what holds when nothing was chosen. */
  readonly values: readonly [Value, ...Value[]]
}

export const THEME: Preference<Theme> = { cookie: 'lanekeeper-theme', values: THEMES }

export const RAIL: Preference<RailWidth> = { cookie: 'lanekeeper-rail', values: RAIL_WIDTHS }

/** Whether single-letter keys do anything (WCAG 2.1.4). */
export const KEYS: Preference<SingleKeys> = { cookie: 'lanekeeper-keys', values: SINGLE_KEYS }

/** The chosen value; anything else that a cookie may hold counts as nothing chosen. */
export function preferenceOf<Value extends string>(preference: Preference<Value>, cookie: string | undefined): Value {
  return preference.values.find((value) => value === cookie) ?? preference.values[0]
}

/** In the browser: the chosen value. */
export function readPreference<Value extends string>(preference: Preference<Value>): Value {
  const pair = document.cookie.split('; ').find((entry) => entry.startsWith(`${preference.cookie}=`))
  return preferenceOf(preference, pair?.slice(preference.cookie.length + 1))
}

/** In the browser: keeps a choice for a year. */
export function keepPreference<Value extends string>(preference: Preference<Value>, value: Value): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser and not on plain HTTP
  document.cookie = `${preference.cookie}=${value}; path=/; max-age=31536000; samesite=lax`
}
