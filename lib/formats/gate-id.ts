import type { GateLayer } from '#lib/model/gate-layer.ts'
import { isIdentifier } from '#lib/model/identifier.ts'

const LONGEST_SLUG = 63

/**
 * The id that a gate given as plain text gets (contract 1): lower case, every run of characters other than letters, digits and `_` one
 * `-`, trimmed, at most 63. Null when nothing of the text is left.
 */
export function slugGate(text: string): string | null {
  const lower = text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
  const slug = lower
    .replace(/[^a-z0-9_]+/g, '-')
    .replace(/^[-_]+/, '')
    .slice(0, LONGEST_SLUG)
    .replace(/-+$/, '')
  return isIdentifier(slug) ? slug : null
}

const LAYER_OF_SEGMENT: Readonly<Record<string, GateLayer>> = {
  local: 'domain-local',
  smoke: 'consumer-smoke',
  evidence: 'service-evidence',
}

/** The parts of a full gate id: `global/<gate>` (any layer, so null) or `<domain>/local|smoke|evidence/<gate>`. Null when it is none. */
export function parseGateId(
  id: string,
): { readonly domain: string | null; readonly layer: GateLayer | null; readonly name: string } | null {
  const parts = id.split('/')
  const name = parts.at(-1) ?? ''
  if (!isIdentifier(name)) return null
  if (parts.length === 2 && parts[0] === 'global') return { domain: null, layer: null, name }
  const [domain, segment] = parts
  if (parts.length !== 3 || domain === undefined || segment === undefined || domain === 'global' || !isIdentifier(domain)) return null
  return Object.hasOwn(LAYER_OF_SEGMENT, segment) ? { domain, layer: LAYER_OF_SEGMENT[segment] ?? null, name } : null
}
