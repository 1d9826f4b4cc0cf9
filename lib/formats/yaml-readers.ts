import { isIdentifier } from '#lib/model/identifier.ts'
import { readableText, visibleText } from '#lib/model/visible-text.ts'
import { isCalendarDate } from './calendar-date.ts'
import { parseDuration } from './duration.ts'
import { explainIdentifierFault } from './identifier-fault.ts'
import { findLikelyKey } from './likely-key.ts'
import type { LocatedFaults } from './located-faults.ts'
import type { YamlEntry, YamlMapping, YamlText, YamlValue } from './yaml-document.ts'

/*
 * Small readers of YAML values. Each gives what it was asked for, or null after adding a located fault; a key that is absent or has no
 * value is null without a fault.
 */

/** A mapping's entries by key. A key that is not among `known` is an error when it looks like a slip, else a warning: it may be lost. */
export function readMapping(
  value: YamlValue | null | undefined,
  known: readonly string[],
  what: string,
  faults: LocatedFaults,
): ReadonlyMap<string, YamlEntry> | null {
  if (value === null || value === undefined) return null
  if (value.kind !== 'mapping') {
    faults.error(
      'yaml-shape',
      value,
      `${what} must be a mapping.`,
      `Write its keys, each with a value: ${known.map((key) => `\`${key}\``).join(', ')}.`,
    )
    return null
  }
  checkKeys(value, known, what, faults)
  return new Map(value.entries.map((entry) => [entry.key, entry]))
}

function checkKeys(mapping: YamlMapping, known: readonly string[], what: string, faults: LocatedFaults): void {
  for (const entry of mapping.entries) {
    if (known.includes(entry.key)) continue
    const shown = `${what} has no key \`${visibleText(entry.key)}\``
    const likely = findLikelyKey(entry.key, known)
    if (likely === null) {
      faults.warning('unknown-key', entry, `${shown}; it is ignored.`, `Known keys are ${known.map((key) => `\`${key}\``).join(', ')}.`)
    } else {
      faults.error('unknown-key', entry, `${shown}, so what it holds is not read.`, `Write \`${likely}\`.`)
    }
  }
}

/** The items of a list. */
export function readList(entry: YamlEntry | undefined, faults: LocatedFaults): readonly YamlValue[] | null {
  if (entry === undefined || entry.value === null) return null
  if (entry.value.kind === 'list') return entry.value.items
  faults.error('yaml-shape', entry.value, `\`${entry.key}\` must be a list.`, 'Write each item on a line of its own, after `- `.')
  return null
}

/** The texts of a list; an item that is no text is left out with a fault. */
export function readTexts(entry: YamlEntry | undefined, faults: LocatedFaults): readonly YamlText[] | null {
  const items = readList(entry, faults)
  if (items === null) return null
  return items.filter((item): item is YamlText => {
    if (item.kind === 'text' && item.text.trim() !== '') return true
    faults.error('yaml-shape', item, `An item of \`${entry?.key ?? ''}\` is empty or no text.`, 'Write it as text, or remove it.')
    return false
  })
}

/** A text as written, with its place. */
export function readYamlText(entry: YamlEntry | undefined, faults: LocatedFaults): YamlText | null {
  if (entry === undefined || entry.value === null) return null
  if (entry.value.kind === 'text') return entry.value
  faults.error('yaml-shape', entry.value, `\`${entry.key}\` must be a text.`, 'Write one value after the key.')
  return null
}

/** Free text, fit to be shown. */
export function readText(entry: YamlEntry | undefined, faults: LocatedFaults): string | null {
  const value = readYamlText(entry, faults)
  return value === null ? null : readableText(value.text.trim()) || null
}

/** An id of a domain, gate or profile. */
export function readIdentifier(entry: YamlEntry | undefined, faults: LocatedFaults): string | null {
  const value = readYamlText(entry, faults)
  return value === null ? null : checkIdentifier(value, faults)
}

/** A list of ids, each once. */
export function readIdentifiers(entry: YamlEntry | undefined, faults: LocatedFaults): readonly string[] | null {
  const texts = readTexts(entry, faults)
  if (texts === null) return null
  return [...new Set(texts.map((text) => checkIdentifier(text, faults)).filter((id) => id !== null))]
}

/** The id that a text is, or null with an error. */
export function checkIdentifier(value: YamlText, faults: LocatedFaults): string | null {
  if (isIdentifier(value.text)) return value.text
  const { message, hint } = explainIdentifierFault(value.text)
  faults.error('invalid-id', value, message, hint)
  return null
}

/** One of a closed list. */
export function readChoice<Choice extends string>(
  entry: YamlEntry | undefined,
  choices: readonly Choice[],
  faults: LocatedFaults,
): Choice | null {
  const value = readYamlText(entry, faults)
  return value === null ? null : checkChoice(value, entry?.key ?? '', choices, faults)
}

/** The member of a closed list that a text is, or null with an error. */
export function checkChoice<Choice extends string>(
  value: YamlText,
  key: string,
  choices: readonly Choice[],
  faults: LocatedFaults,
): Choice | null {
  const choice = choices.find((one) => one === value.text)
  if (choice !== undefined) return choice
  const hint = `Write one of ${choices.map((one) => `\`${one}\``).join(', ')}.`
  faults.error('invalid-value', value, `\`${key}\` cannot be \`${visibleText(value.text)}\`.`, hint)
  return null
}

/** A duration in seconds. */
export function readDuration(entry: YamlEntry | undefined, faults: LocatedFaults): number | null {
  const value = readYamlText(entry, faults)
  if (value === null) return null
  const seconds = parseDuration(value.text)
  if (seconds !== null) return seconds
  const hint = 'Write a whole number and a unit: `90s`, `20m`, `72h`, `30d` or `2w`.'
  faults.error('invalid-value', value, `\`${entry?.key ?? ''}\` cannot be \`${visibleText(value.text)}\`.`, hint)
  return null
}

/** `true` or `false`. */
export function readBoolean(entry: YamlEntry | undefined, faults: LocatedFaults): boolean | null {
  const choice = readChoice(entry, ['true', 'false'], faults)
  return choice === null ? null : choice === 'true'
}

/** A calendar day, as written. */
export function readDate(entry: YamlEntry | undefined, faults: LocatedFaults): string | null {
  const value = readYamlText(entry, faults)
  if (value === null || isCalendarDate(value.text)) return value?.text ?? null
  const message = `\`${entry?.key ?? ''}\` cannot be \`${visibleText(value.text)}\`.`
  faults.error('invalid-value', value, message, 'Write a day as year-month-day, such as `2026-11-19`.')
  return null
}
