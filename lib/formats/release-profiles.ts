import { GATE_LAYERS } from '#lib/model/gate-layer.ts'
import { isIdentifier } from '#lib/model/identifier.ts'
import { PROFILE_KINDS, PROFILE_MODES, type ReleaseProfile } from '#lib/model/release-profile.ts'
import { checkGateReference, readGateReference } from './gate-reference.ts'
import { explainIdentifierFault } from './identifier-fault.ts'
import type { LocatedFaults } from './located-faults.ts'
import { readYamlDocument, type YamlEntry } from './yaml-document.ts'
import { readChoice, readDuration, readMapping, readTexts } from './yaml-readers.ts'

const PROFILE_KEYS = ['kind', 'mode', 'may_skip', 'smoke', 'max_evidence_age', 'rollback_gate'] as const

/** Reads the release profiles (contract 2.5). A profile without a readable kind and mode is left out, with an error. */
export function readReleaseProfiles(bytes: Uint8Array, faults: LocatedFaults): readonly ReleaseProfile[] {
  const file = readMapping(readYamlDocument(bytes, faults), ['profiles'], 'The profiles file', faults)
  const profiles = file?.get('profiles')?.value ?? null
  if (file !== null && profiles === null) {
    faults.warning('yaml-shape', { line: 1 }, 'The file holds no profile.', 'Write `profiles:` and each profile below it, indented.')
  }
  if (profiles === null) return []
  if (profiles.kind !== 'mapping') {
    faults.error(
      'yaml-shape',
      profiles,
      '`profiles` must be a mapping.',
      'Write each profile under its id: `platform-control: { kind: full, mode: enforcing }`.',
    )
    return []
  }
  return profiles.entries.map((entry) => readProfile(entry, faults)).filter((profile) => profile !== null)
}

function readProfile(entry: YamlEntry, faults: LocatedFaults): ReleaseProfile | null {
  if (!isIdentifier(entry.key)) {
    const { message, hint } = explainIdentifierFault(entry.key)
    faults.error('invalid-id', entry, message, hint)
    return null
  }
  const what = `The profile \`${entry.key}\``
  const keys = readMapping(entry.value, PROFILE_KEYS, what, faults)
  const kind = readChoice(keys?.get('kind'), PROFILE_KINDS, faults)
  const mode = readChoice(keys?.get('mode'), PROFILE_MODES, faults)
  if (kind === null && !hasValue(keys?.get('kind'))) {
    faults.error('yaml-shape', entry, `${what} has no \`kind\`.`, `Write \`kind:\` with one of ${list(PROFILE_KINDS)}.`)
  }
  if (mode === null && !hasValue(keys?.get('mode'))) {
    faults.error('yaml-shape', entry, `${what} has no \`mode\`.`, `Write \`mode:\` with one of ${list(PROFILE_MODES)}.`)
  }
  if (keys === null || kind === null || mode === null) return null
  return {
    id: entry.key,
    file: faults.file,
    line: entry.line,
    kind,
    mode,
    maySkip: readMaySkip(keys.get('may_skip'), kind === 'fast', faults),
    smoke: readGateReference(keys.get('smoke'), faults),
    maxEvidenceAgeSeconds: readDuration(keys.get('max_evidence_age'), faults),
    rollbackGate: readGateReference(keys.get('rollback_gate'), faults),
  }
}

function readMaySkip(entry: YamlEntry | undefined, isFast: boolean, faults: LocatedFaults): string[] {
  const texts = readTexts(entry, faults) ?? []
  if (texts.length > 0 && !isFast) {
    faults.error(
      'invalid-value',
      texts[0] ?? { line: 1 },
      'Only a fast profile may skip gates.',
      'Remove `may_skip`, or make it `kind: fast`.',
    )
    return []
  }
  const maySkip: string[] = []
  for (const text of texts) {
    if (text.text === 'contract-global') {
      faults.error('invalid-value', text, 'Global gates remain mandatory: no profile may skip `contract-global`.', 'Remove it.')
      continue
    }
    const isLayer = GATE_LAYERS.some((layer) => layer === text.text)
    const skipped = isLayer ? text.text : checkGateReference(text, faults)
    if (skipped !== null) maySkip.push(skipped)
  }
  return maySkip
}

function hasValue(entry: YamlEntry | undefined): boolean {
  return entry !== undefined && entry.value !== null
}

function list(choices: readonly string[]): string {
  return choices.map((choice) => `\`${choice}\``).join(', ')
}
