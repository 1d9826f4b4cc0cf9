import type { Gate } from '#lib/model/gate.ts'
import type { GateLayer } from '#lib/model/gate-layer.ts'
import { readableText, visibleText } from '#lib/model/visible-text.ts'
import { parseGateId, slugGate } from './gate-id.ts'
import type { LocatedFaults } from './located-faults.ts'
import type { YamlEntry, YamlMapping, YamlValue } from './yaml-document.ts'
import { readBoolean, readDuration, readIdentifier, readMapping, readText, readTexts } from './yaml-readers.ts'

const GATE_KEYS = ['id', 'title', 'run', 'consumer', 'max_age', 'deterministic', 'producers'] as const

/** Where a gate is declared: `prefix` is what its full id begins with, such as `platform-billing/local/`. */
export interface GateHome {
  readonly layer: GateLayer
  readonly domain: string | null
  readonly prefix: string
}

/** A gate of a lane, written as plain text or as a mapping (contract 2.2); null, with an error, when it gets no id. */
export function readGateEntry(value: YamlValue, home: GateHome, faults: LocatedFaults): Gate | null {
  if (value.kind === 'list') {
    faults.error('yaml-shape', value, 'A gate must be a text or a mapping.', 'Write its name, or `{ id: …, run: … }`.')
    return null
  }
  if (value.kind === 'mapping') return readGateMapping(value, home, faults)
  const slug = slugGate(value.text)
  if (slug === null) {
    const message = `No id can be made of the gate \`${visibleText(value.text)}\`: it has no letter a-z or digit.`
    faults.error('invalid-id', value, message, 'Write `{ id: …, title: … }`.')
    return null
  }
  return {
    ...{ id: home.prefix + slug, layer: home.layer, domain: home.domain, title: readableText(value.text.trim()) },
    ...{ run: null, consumer: null, maxAgeSeconds: null, deterministic: null, producers: [] },
    declared: { file: faults.file, line: value.line },
  }
}

function readGateMapping(value: YamlMapping, home: GateHome, faults: LocatedFaults): Gate | null {
  const entries = readMapping(value, GATE_KEYS, 'A gate', faults)
  if (entries === null) return null
  const title = readText(entries.get('title'), faults)
  const run = readText(entries.get('run'), faults)
  const isNamed = (entries.get('id')?.value ?? null) !== null
  const name = isNamed ? readGateName(entries.get('id'), home, faults) : slugGate(title ?? run ?? '')
  if (name === null) {
    if (!isNamed) faults.error('invalid-id', value, 'The gate has no id, and none can be made of its title.', 'Add `id: …`.')
    return null
  }
  const consumer = readIdentifier(entries.get('consumer'), faults)
  if (consumer !== null && home.layer !== 'consumer-smoke') {
    const spot = entries.get('consumer') ?? value
    faults.warning(
      'invalid-value',
      spot,
      'Only a consumer smoke has a `consumer`; it is ignored here.',
      'Remove it, or move the gate to `consumer_smokes`.',
    )
  }
  return {
    id: home.prefix + name,
    layer: home.layer,
    domain: home.domain,
    title: title ?? name,
    run,
    consumer: home.layer === 'consumer-smoke' ? consumer : null,
    maxAgeSeconds: readDuration(entries.get('max_age'), faults),
    deterministic: readBoolean(entries.get('deterministic'), faults),
    producers: readProducers(entries.get('producers'), faults),
    declared: { file: faults.file, line: value.line },
  }
}

/** The last segment of an `id`, which may also be written in full when it says the same. */
function readGateName(entry: YamlEntry | undefined, home: GateHome, faults: LocatedFaults): string | null {
  if (entry?.value?.kind === 'text' && entry.value.text.startsWith(home.prefix)) {
    const full = parseGateId(entry.value.text)
    if (full !== null) return full.name
  }
  if (entry?.value?.kind === 'text' && entry.value.text.includes('/')) {
    const message = `The id \`${visibleText(entry.value.text)}\` is not one of this list, whose ids are \`${home.prefix}…\`.`
    faults.error('invalid-id', entry.value, message, 'Write only the last part, or move the gate to the list it belongs to.')
    return null
  }
  return readIdentifier(entry, faults)
}

function readProducers(entry: YamlEntry | undefined, faults: LocatedFaults): readonly string[] {
  if (entry?.value?.kind === 'text') return [readableText(entry.value.text.trim())]
  return (readTexts(entry, faults) ?? []).map(({ text }) => readableText(text.trim()))
}
