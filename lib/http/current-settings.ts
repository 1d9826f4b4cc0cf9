import type { Settings } from './settings.ts'

declare global {
  /** Read once at start, also when a bundler loads this file more than once. */
  var lanekeeperSettings: Settings | undefined
}

/** Makes these the settings of the process. */
export function keepSettings(settings: Settings): void {
  globalThis.lanekeeperSettings = settings
}

/** The settings that were read at start. */
export function currentSettings(): Settings {
  if (globalThis.lanekeeperSettings === undefined) throw new Error('the settings are read at start, before any request')
  return globalThis.lanekeeperSettings
}
