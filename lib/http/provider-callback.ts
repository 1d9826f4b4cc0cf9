import { SIGN_IN_CALLBACK } from '#lib/wording/sign-in-href.ts'
import { currentSettings } from './current-settings.ts'

/**
 * Where the sign-in provider sends people back to, with what it has added: by the address that the settings name, whatever host a request
 * claims to be for.
 */
export function providerCallback(added: Readonly<Record<string, string>> = {}): URL {
  const url = new URL(SIGN_IN_CALLBACK, currentSettings().publicUrl)
  for (const [name, value] of Object.entries(added)) url.searchParams.set(name, value)
  return url
}
