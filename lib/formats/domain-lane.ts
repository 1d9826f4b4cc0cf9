import { DOMAIN_GROUPS } from '#lib/model/domain-group.ts'
import { DOMAIN_KINDS } from '#lib/model/domain-kind.ts'
import type { DomainLane } from '#lib/model/domain-lane.ts'
import type { Gate } from '#lib/model/gate.ts'
import { type GateHome, readGateEntry } from './gate-entry.ts'
import { slugGate } from './gate-id.ts'
import type { LocatedFaults } from './located-faults.ts'
import { readYamlDocument, type YamlEntry } from './yaml-document.ts'
import { readPatterns } from './yaml-patterns.ts'
import { readChoice, readIdentifier, readIdentifiers, readList, readMapping, readText } from './yaml-readers.ts'

const LANE_KEYS = [
  'domain_id',
  'title',
  'group',
  'kind',
  'owner',
  'depends_on',
  'source_paths',
  'global_gates',
  'domain_local_gates',
  'consumer_smokes',
  'service_evidence',
] as const

/**
 * Reads a lane file (contract 2.2; operating model, "Domain Lane Shape"). Null only when nothing can be known of it; a lane whose
 * `domain_id` is missing or wrong is kept under its file's name, beside the error, so that its gates are not lost.
 */
export function readDomainLane(bytes: Uint8Array, faults: LocatedFaults): DomainLane | null {
  const file = readMapping(readYamlDocument(bytes, faults), ['domain_lane'], 'A lane file', faults)
  if (file === null) return null
  const entry = file.get('domain_lane')
  const lane = readMapping(entry?.value, LANE_KEYS, '`domain_lane`', faults)
  if (entry === undefined || lane === null) {
    if (!faults.hasError())
      faults.error(
        'yaml-shape',
        entry ?? { line: 1 },
        'The file holds no `domain_lane`.',
        'Write `domain_lane:` and its keys below it, indented.',
      )
    return null
  }
  const domainId = readDomainId(lane, entry, faults)
  if (domainId === null) return null
  const group = readText(lane.get('group'), faults)
  const implied = group !== null && Object.hasOwn(DOMAIN_GROUPS, group) ? DOMAIN_GROUPS[group] : undefined
  return {
    domainId,
    file: faults.file,
    line: lane.get('domain_id')?.line ?? entry.line,
    title: readText(lane.get('title'), faults) ?? domainId,
    group,
    kind: readChoice(lane.get('kind'), DOMAIN_KINDS, faults) ?? implied ?? 'platform',
    owner: readText(lane.get('owner'), faults),
    dependsOn: readIdentifiers(lane.get('depends_on'), faults),
    sourcePaths: readPatterns(lane.get('source_paths'), faults) ?? [],
    gates: readGates(lane, domainId, faults),
  }
}

function readDomainId(lane: ReadonlyMap<string, YamlEntry>, entry: YamlEntry, faults: LocatedFaults): string | null {
  const written = lane.get('domain_id')
  const domainId = readIdentifier(written, faults)
  if (domainId !== null && domainId !== 'global') return domainId
  const stem = (faults.file.split('/').at(-1) ?? '').replace(/\.ya?ml$/, '')
  if (domainId === 'global') {
    faults.error(
      'invalid-id',
      written ?? entry,
      'A domain cannot be called `global`: gate ids that begin so belong to no domain.',
      'Give it another id.',
    )
  } else if (written?.value === undefined || written.value === null) {
    faults.error(
      'invalid-id',
      written ?? entry,
      'The lane has no `domain_id`.',
      `Write \`domain_id: ${slugGate(stem) ?? 'platform-billing'}\`.`,
    )
  }
  return slugGate(stem)
}

function findHome(key: string, domainId: string): GateHome | null {
  if (key === 'global_gates') return { layer: 'contract-global', domain: null, prefix: 'global/' }
  if (key === 'domain_local_gates') return { layer: 'domain-local', domain: domainId, prefix: `${domainId}/local/` }
  if (key === 'consumer_smokes') return { layer: 'consumer-smoke', domain: domainId, prefix: `${domainId}/smoke/` }
  if (key === 'service_evidence') return { layer: 'service-evidence', domain: domainId, prefix: `${domainId}/evidence/` }
  return null
}

function readGates(lane: ReadonlyMap<string, YamlEntry>, domainId: string, faults: LocatedFaults): Gate[] {
  const gates = new Map<string, Gate>()
  for (const [key, entry] of lane) {
    const home = findHome(key, domainId)
    if (home === null) continue
    for (const value of readList(entry, faults) ?? []) {
      const gate = readGateEntry(value, home, faults)
      if (gate === null) continue
      const earlier = gates.get(gate.id)
      if (earlier !== undefined) {
        const message = `The gate \`${gate.id}\` is declared here and in line ${earlier.declared?.line ?? 1}.`
        faults.error('duplicate-id', value, message, 'Keep one, or give one of them an id of its own: `{ id: …, title: … }`.')
        continue
      }
      gates.set(gate.id, gate)
    }
  }
  return [...gates.values()]
}
