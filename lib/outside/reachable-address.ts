import { lookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'

/** What a network of one's own uses; never told apart from an attack unless a setting says that it is meant. */
const PRIVATE: readonly string[] = ['private', 'uniqueLocal', 'loopback', 'carrierGradeNat']

/**
 * Why an address is not called; null when it may be. Only the public internet is, and a private network or this machine where that is
 * meant; never link-local addresses, where clouds hand out credentials, nor anything else that is special. A v4 address written as v6 is
 * judged as what it is.
 */
export function whyNotAddress(address: string, allowPrivate: boolean): string | null {
  if (!ipaddr.isValid(address)) return 'its host has no address'
  const range = ipaddr.process(address).range()
  if (range === 'unicast' || (allowPrivate && PRIVATE.includes(range))) return null
  return PRIVATE.includes(range)
    ? 'its host is at a private address, and its target does not say `allow_private: true`'
    : `its host is at a special address (${range})`
}

/** Thrown for a host that is not called. */
export class AddressRefused extends Error {}

/**
 * A look-up for `node:http` that gives only addresses that may be called: what was checked is what is connected to, whatever the name says a
 * moment later. A host that is written as an address is not looked up: ask `whyNotHost` first.
 */
export function guardedLookup(allowPrivate: boolean): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error !== null) return callback(error, '', 0)
      // One address that is not to be called among others is a trap, not a mistake.
      const because = found.map(({ address }) => whyNotAddress(address, allowPrivate)).find((each) => each !== null)
      const [first] = found
      if (because !== undefined || first === undefined) {
        return callback(new AddressRefused(because ?? 'its host has no address'), '', 0)
      }
      if (options.all === true) return callback(null, found)
      callback(null, first.address, first.family)
    })
  }
}

/** Why a host that is written as an address is not called; null for one that may be, and for a name. */
export function whyNotHost(hostname: string, allowPrivate: boolean): string | null {
  const bare = hostname.replace(/^\[|\]$/g, '')
  return isIP(bare) === 0 ? null : whyNotAddress(bare, allowPrivate)
}
