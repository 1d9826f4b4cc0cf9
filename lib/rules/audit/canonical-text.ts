import type { AuditValue } from '#lib/model/audit.ts'

/**
 * The one JSON text of a value (RFC 8785): no spaces, the keys of an object by their UTF-16 units, numbers and strings as ECMAScript
 * writes them. Throws for what JSON cannot say, such as NaN: that is our own mistake.
 */
export function canonicalText(value: AuditValue): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`JSON has no word for ${value}.`)
    return JSON.stringify(value)
  }
  if (isList(value)) return `[${value.map(canonicalText).join(',')}]`
  const pairs = Object.keys(value)
    .sort(byUnits)
    .map((key) => `${JSON.stringify(key)}:${canonicalText(value[key] ?? null)}`)
  return `{${pairs.join(',')}}`
}

function isList(value: AuditValue): value is readonly AuditValue[] {
  return Array.isArray(value)
}

function byUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
