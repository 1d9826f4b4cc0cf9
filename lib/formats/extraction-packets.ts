import { EXTRACTION_RECOMMENDATIONS, type ExtractionPacket, GUARD_MODES, type ServiceAuth } from '#lib/model/extraction-packet.ts'
import { readDeclaredList } from './declared-list.ts'
import { readGateReference } from './gate-reference.ts'
import type { LocatedFaults } from './located-faults.ts'
import { readYamlDocument, type YamlEntry, type YamlValue } from './yaml-document.ts'
import { readChoice, readDate, readIdentifier, readList, readMapping, readText, readYamlText } from './yaml-readers.ts'

/** The value of the key `schema` in a packets file. */
export const PACKETS_SCHEMA = 'lanekeeper.extraction-packets.v1'

const PACKET_KEYS = [
  'domain_id',
  'fairway_task',
  'decision',
  'cross_process_callers',
  'service_auth',
  'degradation',
  'rollback',
  'release_profile',
  'supported_consumers',
  'statusops',
  'boundary_guard',
] as const

type Keys = ReadonlyMap<string, YamlEntry>

/** Reads the extraction packets (contract 2.4). What a packet does not say, or says so that it cannot be read, is null and never met. */
export function readExtractionPackets(bytes: Uint8Array, faults: LocatedFaults): readonly ExtractionPacket[] {
  const file = readMapping(readYamlDocument(bytes, faults), ['schema', 'packets'], 'The packets file', faults)
  if (file === null) return []
  const schema = readYamlText(file.get('schema'), faults)
  if (schema?.text !== PACKETS_SCHEMA) {
    faults.error(
      'invalid-value',
      schema ?? { line: 1 },
      'The file does not say that it holds extraction packets.',
      `Write \`schema: ${PACKETS_SCHEMA}\`.`,
    )
  }
  const packets: ExtractionPacket[] = []
  const lines = new Map<string, number>()
  for (const value of readList(file.get('packets'), faults) ?? []) {
    const packet = readPacket(value, faults)
    if (packet === null) continue
    const earlier = lines.get(packet.domainId)
    if (earlier !== undefined) {
      const message = `The domain \`${packet.domainId}\` has a packet here and in line ${earlier}.`
      faults.error('duplicate-id', { line: packet.line }, message, 'Keep one packet per domain.')
    }
    lines.set(packet.domainId, earlier ?? packet.line)
    packets.push(packet)
  }
  return packets
}

function readPacket(value: YamlValue, faults: LocatedFaults): ExtractionPacket | null {
  const packet = readMapping(value, PACKET_KEYS, 'A packet', faults)
  if (packet === null) return null
  const domainId = readIdentifier(packet.get('domain_id'), faults)
  if (domainId === null) {
    if ((packet.get('domain_id')?.value ?? null) === null)
      faults.error('invalid-id', value, 'The packet has no `domain_id`.', 'Write the id of the domain it is for.')
    return null
  }
  return {
    file: faults.file,
    line: value.line,
    domainId,
    fairwayTask: readText(packet.get('fairway_task'), faults),
    decision: readDecision(packet.get('decision'), faults),
    crossProcessCallers: readDeclaredList(packet.get('cross_process_callers'), faults),
    serviceAuth: readServiceAuths(packet.get('service_auth'), faults),
    degradation: readPart(packet.get('degradation'), ['contract', 'gate'], faults, (keys) => ({
      contract: readText(keys.get('contract'), faults),
      gate: readGateReference(keys.get('gate'), faults),
    })),
    rollback: readPart(packet.get('rollback'), ['command', 'document', 'gate'], faults, (keys) => ({
      command: readText(keys.get('command'), faults),
      document: readText(keys.get('document'), faults),
      gate: readGateReference(keys.get('gate'), faults),
    })),
    releaseProfile: readIdentifier(packet.get('release_profile'), faults),
    supportedConsumers: readDeclaredList(packet.get('supported_consumers'), faults),
    statusops: readPart(packet.get('statusops'), ['component', 'gate'], faults, (keys) => ({
      component: readText(keys.get('component'), faults),
      gate: readGateReference(keys.get('gate'), faults),
    })),
    boundaryGuard: readBoundaryGuard(packet.get('boundary_guard'), faults),
  }
}

function readPart<Part>(
  entry: YamlEntry | undefined,
  known: readonly string[],
  faults: LocatedFaults,
  read: (keys: Keys) => Part,
): Part | null {
  const keys = readMapping(entry?.value, known, `\`${entry?.key ?? ''}\``, faults)
  return keys === null ? null : read(keys)
}

function readDecision(entry: YamlEntry | undefined, faults: LocatedFaults): ExtractionPacket['decision'] {
  return readPart(entry, ['recommendation', 'decided_on', 'document'], faults, (keys) => {
    const recommendation = readChoice(keys.get('recommendation'), EXTRACTION_RECOMMENDATIONS, faults)
    const decidedOn = readDate(keys.get('decided_on'), faults)
    const document = readText(keys.get('document'), faults)
    if (recommendation !== null) return { recommendation, decidedOn, document }
    requireValue(keys.get('recommendation'), entry, 'The decision has no `recommendation`.', faults)
    return null
  })
}

function readBoundaryGuard(entry: YamlEntry | undefined, faults: LocatedFaults): ExtractionPacket['boundaryGuard'] {
  return readPart(entry, ['mode', 'gate'], faults, (keys) => {
    const mode = readChoice(keys.get('mode'), GUARD_MODES, faults)
    const gate = readGateReference(keys.get('gate'), faults)
    if (mode !== null) return { mode, gate }
    requireValue(keys.get('mode'), entry, 'The boundary guard has no `mode`.', faults)
    return null
  })
}

function readServiceAuths(entry: YamlEntry | undefined, faults: LocatedFaults): ServiceAuth[] {
  const auths: ServiceAuth[] = []
  for (const value of readList(entry, faults) ?? []) {
    const keys = readMapping(value, ['caller', 'mechanism', 'status', 'document'], 'A service-auth packet', faults)
    if (keys === null) continue
    const caller = readIdentifier(keys.get('caller'), faults)
    const mechanism = readText(keys.get('mechanism'), faults)
    const status = readText(keys.get('status'), faults)
    for (const key of ['caller', 'mechanism', 'status'])
      requireValue(keys.get(key), value, `The service-auth packet has no \`${key}\`.`, faults)
    if (caller === null || mechanism === null || status === null) continue
    auths.push({ caller, mechanism, status, document: readText(keys.get('document'), faults), line: value.line })
  }
  return auths
}

function requireValue(
  entry: YamlEntry | undefined,
  place: { line: number; column: number } | undefined,
  message: string,
  faults: LocatedFaults,
): void {
  if (entry !== undefined && entry.value !== null) return
  faults.error('yaml-shape', entry ?? place ?? { line: 1 }, message, 'Add it; until then the packet counts as without this part.')
}
