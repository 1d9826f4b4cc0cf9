import type { Json, JsonObject } from './json-reader.ts'

/** The fingerprint that tools agree upon, where a result has several (SARIF 2.1.0, 3.27.17). */
const USUAL_FINGERPRINT = 'primaryLocationLineHash'

export function isObject(value: Json | undefined): value is JsonObject {
  return value instanceof Map
}

export function objectOf(value: Json | undefined): JsonObject | null {
  return isObject(value) ? value : null
}

export function listOf(value: Json | undefined): readonly Json[] | null {
  return Array.isArray(value) ? value : null
}

/** Text without space around it, or null. */
export function textOf(value: Json | undefined): string | null {
  return typeof value === 'string' ? value.trim() : null
}

/**
 * What makes a result this finding and no other: of its `fingerprints`, else of its `partialFingerprints`, the usual one, else the first
 * by name. Null when there is none.
 */
export function fingerprintOf(result: JsonObject): string | null {
  for (const key of ['fingerprints', 'partialFingerprints']) {
    const given = objectOf(result.get(key))
    if (given === null) continue
    const names = [...given.keys()].filter((name) => textOf(given.get(name))).sort()
    const name = names.find((each) => each.split('/')[0] === USUAL_FINGERPRINT) ?? names[0]
    if (name !== undefined) return textOf(given.get(name))
  }
  return null
}

/** The rule's id: written with the result, or looked up among the rules of the tool. */
export function ruleOf(run: JsonObject, result: JsonObject): string | null {
  const reference = objectOf(result.get('rule'))
  const written = textOf(result.get('ruleId')) || textOf(reference?.get('id'))
  if (written) return written
  const rules = listOf(objectOf(objectOf(run.get('tool'))?.get('driver'))?.get('rules'))
  return textOf(objectOf(entryOf(rules, result.get('ruleIndex') ?? reference?.get('index')))?.get('id')) || null
}

/** The file of the first location: written there, or looked up among the artifacts of the run. Null when the result has none. */
export function pathOf(run: JsonObject, result: JsonObject): string | null {
  const location = objectOf(listOf(result.get('locations'))?.[0])
  const artifact = objectOf(objectOf(location?.get('physicalLocation'))?.get('artifactLocation'))
  const listed = objectOf(objectOf(entryOf(listOf(run.get('artifacts')), artifact?.get('index')))?.get('location'))
  return textOf(artifact?.get('uri')) || textOf(listed?.get('uri')) || null
}

function entryOf(list: readonly Json[] | null, index: Json | undefined): Json | undefined {
  return typeof index === 'number' && Number.isInteger(index) && index >= 0 ? list?.[index] : undefined
}
