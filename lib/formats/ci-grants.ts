import { parseGateId } from './gate-id.ts'
import type { LocatedFaults } from './located-faults.ts'
import type { YamlEntry, YamlValue } from './yaml-document.ts'
import { readIdentifier, readList, readMapping, readTexts } from './yaml-readers.ts'

const GLOBAL = 'global'

/** What a rule grants: gates, each named in full under its domain, so that what it allows can be read off it. Null after a fault. */
export function readCiGrants(
  entry: YamlEntry | undefined,
  faults: LocatedFaults,
): { readonly gates: readonly string[]; readonly domains: readonly string[] } | null {
  const items = readList(entry, faults)
  if (items === null) return null
  if (items.length === 0 && entry !== undefined) {
    faults.error('yaml-shape', entry, '`grants` is empty: the rule would allow nothing.', 'Add a domain and its gates, or remove the rule.')
  }
  const grants = items.map((item) => readGrant(item, faults))
  const read = grants.filter((grant) => grant !== null)
  if (read.length < grants.length || read.length === 0) return null
  return { gates: [...new Set(read.flatMap(({ gates }) => gates))], domains: [...new Set(read.map(({ domain }) => domain))] }
}

function readGrant(item: YamlValue, faults: LocatedFaults): { readonly domain: string; readonly gates: readonly string[] } | null {
  const entries = readMapping(item, ['domain', 'gates'], 'A grant', faults)
  if (entries === null) return null
  const domain = readIdentifier(entries.get('domain'), faults)
  const texts = readTexts(entries.get('gates'), faults)
  if (domain === null || texts === null || texts.length === 0) {
    faults.error('yaml-shape', item, 'A grant needs `domain` and `gates`.', 'Name the domain (`global` for global gates) and each gate.')
    return null
  }
  const foreign = texts.filter(({ text }) => {
    const gate = parseGateId(text)
    return gate === null || (gate.domain ?? GLOBAL) !== domain
  })
  for (const gate of foreign) {
    const hint = `Write a full id, such as \`${domain === GLOBAL ? 'global/codegen' : `${domain}/local/unit`}\`.`
    faults.error('invalid-value', gate, `This is no gate of \`${domain}\`.`, hint)
  }
  return foreign.length > 0 ? null : { domain, gates: texts.map(({ text }) => text) }
}
