import { editDistance } from './edit-distance.ts'

/**
 * The known key that an unknown one was probably meant to be, or null: at most two slips away (one for keys of two or three letters),
 * written in another case or with other separators, or a known key with a word left out (`local_gates`).
 */
export function findLikelyKey(written: string, known: readonly string[]): string | null {
  if (written.length > 64) return null
  const key = simplify(written)
  for (const candidate of known) if (simplify(candidate) === key) return candidate
  const longer = known.find((candidate) => candidate.endsWith(`_${written}`))
  if (longer !== undefined) return longer
  for (const candidate of known) {
    const slips = candidate.length < 4 ? 1 : 2
    if (key.length > 1 && editDistance(key, simplify(candidate)) <= slips) return candidate
  }
  return key.length < 4 ? null : (known.find((candidate) => simplify(candidate).includes(key)) ?? null)
}

function simplify(key: string): string {
  return key.toLowerCase().replace(/[^a-z0-9]/g, '')
}
