import { CHANGE_CLASSES, type ChangeClass } from '#lib/model/change-class.ts'
import type { Gate } from '#lib/model/gate.ts'
import { REVIEW_DOMAINS } from '#lib/model/review-domain.ts'
import type { RoutingRule, RoutingRules } from '#lib/model/routing-rules.ts'
import { checkGateReference } from './gate-reference.ts'
import type { LocatedFaults } from './located-faults.ts'
import { readRoutedGate } from './routed-gate.ts'
import { readYamlDocument, type YamlEntry, type YamlValue } from './yaml-document.ts'
import { readPatterns } from './yaml-patterns.ts'
import { checkChoice, readIdentifier, readIdentifiers, readList, readMapping, readTexts, readYamlText } from './yaml-readers.ts'

/** What a repository without routing rules of its own adds. */
export const NO_ROUTING_RULES: RoutingRules = { gates: [], rules: [], portalArtifacts: [] }

const RULE_KEYS = ['id', 'classes', 'paths', 'domains', 'gates', 'reviews'] as const

/**
 * Reads a repository's own routing rules. They add to the built-in seven and can never remove a gate; so a condition that cannot be read
 * counts as always met, beside its error.
 */
export function readRoutingRules(bytes: Uint8Array, faults: LocatedFaults): RoutingRules {
  const file = readMapping(readYamlDocument(bytes, faults), ['version', 'gates', 'rules', 'portal_artifacts'], 'The routing rules', faults)
  if (file === null) return NO_ROUTING_RULES
  const version = readYamlText(file.get('version'), faults)
  if (version !== null && version.text !== '1') {
    faults.error('invalid-value', version, 'Only version 1 of the routing rules is known.', 'Write `version: 1`.')
  }
  return {
    gates: readUnique(file.get('gates'), readRoutedGate, (gate: Gate) => gate.declared?.line ?? 1, faults),
    rules: readUnique(file.get('rules'), readRule, (rule: RoutingRule) => rule.line, faults),
    portalArtifacts: (readPatterns(file.get('portal_artifacts'), faults) ?? []).map(({ pattern }) => pattern),
  }
}

function readUnique<Item extends { readonly id: string }>(
  entry: YamlEntry | undefined,
  read: (value: YamlValue, faults: LocatedFaults) => Item | null,
  lineOf: (item: Item) => number,
  faults: LocatedFaults,
): Item[] {
  const items: Item[] = []
  const lines = new Map<string, number>()
  for (const value of readList(entry, faults) ?? []) {
    const item = read(value, faults)
    if (item === null) continue
    const earlier = lines.get(item.id)
    if (earlier !== undefined)
      faults.error('duplicate-id', value, `\`${item.id}\` stands here and in line ${earlier}.`, 'Give one of them another id.')
    lines.set(item.id, earlier ?? lineOf(item))
    items.push(item)
  }
  return items
}

function readRule(value: YamlValue, faults: LocatedFaults): RoutingRule | null {
  const rule = readMapping(value, RULE_KEYS, 'A rule', faults)
  if (rule === null) return null
  const id = readIdentifier(rule.get('id'), faults)
  if (id === null && (rule.get('id')?.value ?? null) === null)
    faults.error('invalid-id', value, 'The rule has no id.', 'Add `id: …`; it names the rule in every plan.')
  const gates = (readTexts(rule.get('gates'), faults) ?? []).map((text) => checkGateReference(text, faults)).filter((gate) => gate !== null)
  const reviews = (readTexts(rule.get('reviews'), faults) ?? [])
    .map((text) => checkChoice(text, 'reviews', REVIEW_DOMAINS, faults))
    .filter((review) => review !== null)
  if (gates.length === 0 && reviews.length === 0) {
    faults.warning('invalid-value', value, 'The rule adds neither a gate nor a review.', 'Add `gates` or `reviews`, or remove the rule.')
  }
  return {
    file: faults.file,
    line: value.line,
    id: id ?? `line-${value.line}`,
    classes: readCondition(rule.get('classes'), faults, readClasses),
    paths: readCondition(rule.get('paths'), faults, readPatterns)?.map(({ pattern }) => pattern) ?? null,
    domains: readCondition(rule.get('domains'), faults, readIdentifiers),
    gates,
    reviews,
  }
}

function readClasses(entry: YamlEntry | undefined, faults: LocatedFaults): readonly ChangeClass[] | null {
  const texts = readTexts(entry, faults)
  return texts?.map((text) => checkChoice(text, 'classes', CHANGE_CLASSES, faults)).filter((one) => one !== null) ?? null
}

/** A condition of which a part cannot be read would hold for fewer files than meant, so it holds for all. */
function readCondition<Item>(
  entry: YamlEntry | undefined,
  faults: LocatedFaults,
  read: (entry: YamlEntry | undefined, faults: LocatedFaults) => readonly Item[] | null,
): readonly Item[] | null {
  const items = read(entry, faults)
  if (entry?.value?.kind !== 'list' || items === null) return null
  if (entry.value.items.length === 0) {
    faults.error('invalid-value', entry, `\`${entry.key}\` is an empty list, which no file would meet.`, 'Leave the key out to mean any.')
    return null
  }
  return items.length < entry.value.items.length ? null : items
}
