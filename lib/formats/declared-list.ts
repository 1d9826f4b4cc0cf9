import type { DeclaredList } from '#lib/model/extraction-packet.ts'
import { readableText } from '#lib/model/visible-text.ts'
import type { LocatedFaults } from './located-faults.ts'
import type { YamlEntry } from './yaml-document.ts'
import { readIdentifiers, readMapping, readText, readYamlText } from './yaml-readers.ts'

/**
 * A list of ids, or `none` with a reason (contract 2.4). An absent list is null; so is, with an error, an empty one: only an explicit
 * `none` with a reason is an empty requirement.
 */
export function readDeclaredList(entry: YamlEntry | undefined, faults: LocatedFaults): DeclaredList | null {
  if (entry === undefined || entry.value === null) return null
  if (entry.value.kind === 'list') {
    if (entry.value.items.length === 0) return refuseEmpty(entry, faults)
    return { entries: readIdentifiers(entry, faults) ?? [] }
  }
  if (entry.value.kind === 'mapping') {
    const reason = readText(readMapping(entry.value, ['none'], `\`${entry.key}\``, faults)?.get('none'), faults)
    return reason === null ? refuseEmpty(entry, faults) : { none: reason }
  }
  const text = readYamlText(entry, faults)?.text.trim() ?? ''
  const reason = /^none\s{0,8}[,:;–—-]\s{0,8}(\S.*)$/is.exec(text)?.[1]
  return reason === undefined ? refuseEmpty(entry, faults) : { none: readableText(reason) }
}

function refuseEmpty(entry: YamlEntry, faults: LocatedFaults): null {
  const message = `\`${entry.key}\` names nobody and gives no reason.`
  faults.error('empty-requirement', entry.value ?? entry, message, `List the ids, or write \`${entry.key}: { none: <the reason> }\`.`)
  return null
}
