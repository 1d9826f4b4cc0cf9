import type { LocatedFaults } from './located-faults.ts'
import type { YamlEntry } from './yaml-document.ts'
import { readYamlText } from './yaml-readers.ts'

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

/**
 * The address of a service that this server calls, as written: https, or http on this machine; no user, password or fragment in it. Null
 * when there is none, or after a fault.
 */
export function readServiceAddress(entry: YamlEntry | undefined, faults: LocatedFaults): string | null {
  const value = readYamlText(entry, faults)
  if (value === null) return null
  if (isServiceAddress(value.text)) return value.text
  const message = `\`${entry?.key ?? ''}\` is no address that is called.`
  faults.error('invalid-value', value, message, 'Write an https address, without a user or a password in it.')
  return null
}

/** True for https, or http on this machine, without a user, a password or a fragment. */
export function isServiceAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username, password, hash } = new URL(text)
  const isSecure = protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname))
  return isSecure && username === '' && password === '' && hash === ''
}
