import { AUDIT_ACTIONS } from '#lib/model/audit.ts'
import { nearestNames } from '#lib/model/nearest-names.ts'
import { visibleText } from '#lib/model/visible-text.ts'
import type { WebhookTarget } from '#lib/model/webhook.ts'
import type { LocatedFaults } from './located-faults.ts'
import { readServiceAddress } from './service-address.ts'
import { readYamlDocument, type YamlText, type YamlValue } from './yaml-document.ts'
import { readBoolean, readIdentifier, readList, readMapping, readTexts, readYamlText } from './yaml-readers.ts'

const KEYS = ['id', 'url', 'secret', 'previous_secret', 'events', 'allow_private']
const VARIABLE = /^[A-Z][A-Z0-9_]{0,99}$/

/** Who is told of what is recorded (docs/notifications.md). A file with any fault or warning is to be refused as a whole. */
export function readWebhookTargets(bytes: Uint8Array, faults: LocatedFaults): readonly WebhookTarget[] {
  const entries = readMapping(readYamlDocument(bytes, faults), ['version', 'targets'], 'The file of webhooks', faults)
  const version = readYamlText(entries?.get('version'), faults)
  if (version !== null && version.text !== '1') faults.error('invalid-value', version, 'Only version 1 is known.', 'Write `version: 1`.')
  const items = readList(entries?.get('targets'), faults)
  if (items === null || items.length === 0) {
    if (!faults.hasError()) faults.error('yaml-shape', { line: 1 }, 'The file has no targets.', 'List them under `targets:`.')
    return []
  }
  const targets = items.map((item) => readTarget(item, faults))
  for (const [at, target] of targets.entries()) {
    if (target !== null && targets.slice(0, at).some((other) => other?.id === target.id)) {
      faults.error('duplicate-id', items[at] ?? { line: 1 }, `The target \`${target.id}\` is there twice.`, 'Give each an id of its own.')
    }
  }
  return targets.filter((target) => target !== null)
}

function readTarget(item: YamlValue, faults: LocatedFaults): WebhookTarget | null {
  const entries = readMapping(item, KEYS, 'A target', faults)
  if (entries === null) return null
  for (const key of ['id', 'url', 'secret', 'events']) {
    if ((entries.get(key)?.value ?? null) === null) {
      faults.error('yaml-shape', item, `A target needs \`${key}\`.`, 'Add it, or remove the target.')
    }
  }
  const id = readIdentifier(entries.get('id'), faults)
  const url = readServiceAddress(entries.get('url'), faults)
  const secrets = ['secret', 'previous_secret'].flatMap((key) => readVariable(readYamlText(entries.get(key), faults), key, faults))
  const events = readTexts(entries.get('events'), faults)?.filter((event) => isEvent(event, faults)) ?? []
  const allowPrivate = readBoolean(entries.get('allow_private'), faults) ?? false
  return id === null || url === null ? null : { id, url, secrets, events: events.map(({ text }) => text), allowPrivate }
}

function readVariable(value: YamlText | null, key: string, faults: LocatedFaults): readonly string[] {
  if (value === null) return []
  if (VARIABLE.test(value.text)) return [value.text]
  const hint = 'Write the name of the environment variable that holds the secret, never the secret: `LANEKEEPER_WEBHOOK_SECRET_CHAT`.'
  faults.error('invalid-value', value, `\`${key}\` is no name of a variable.`, hint)
  return []
}

/** A misspelled event would be silence. */
function isEvent(event: YamlText, faults: LocatedFaults): boolean {
  const { text } = event
  const family = text.endsWith('.*') ? text.slice(0, -1) : null
  if (text === '*' || AUDIT_ACTIONS.some((action) => action === text || (family !== null && action.startsWith(family)))) return true
  const [nearest] = nearestNames(text, AUDIT_ACTIONS)
  const hint = `Write ${nearest === undefined ? 'an action of the audit chain' : `\`${nearest}\``}, all of a kind such as \`evidence.*\`, or \`*\`.`
  faults.error('invalid-value', event, `Nothing is ever recorded as \`${visibleText(text)}\`.`, hint)
  return false
}
