import type { ChangeKind } from '#lib/model/change.ts'
import { type ChangedFiles, collectFiles } from './changed-files.ts'
import { decodePath } from './git-path.ts'

const KINDS: Readonly<Record<string, ChangeKind>> = {
  A: 'added',
  M: 'modified',
  D: 'deleted',
  T: 'type-changed',
  R: 'renamed',
  C: 'copied',
}

const HEADER = /^:[0-7]{6} [0-7]{6} [0-9a-f]+ [0-9a-f]+ ([A-Z])[0-9]*$/

/**
 * Reads what `git diff --raw -z -M -C` prints. Names are taken as they are, whatever is in them. A record that is cut short or is not
 * understood is an error: the list may be short then. Lines count records.
 */
export function parseGitRawDiff(bytes: Uint8Array): ChangedFiles {
  const collector = collectFiles('diff')
  const fields = splitFields(bytes)
  let record = 1
  let at = 0
  for (; at < fields.length; record += 1) {
    const letter = HEADER.exec(decodePath(fields[at] ?? NOTHING).path)?.[1]
    const change = letter === undefined ? undefined : KINDS[letter]
    const [first, second] = [fields[at + 1], fields[at + 2]]
    if (change === undefined || first === undefined) break
    if (change !== 'renamed' && change !== 'copied') {
      collector.add(decodePath(first), change, record)
      at += 2
      continue
    }
    if (second === undefined) break
    collector.addPair(decodePath(first), decodePath(second), change, record)
    at += 3
  }
  if (at < fields.length || (bytes.length > 0 && bytes.at(-1) !== 0)) {
    collector.fault(
      record,
      'What git printed of the diff was cut short or cannot be read.',
      'Run the command again; until then every gate runs.',
    )
  }
  return collector.found
}

const NOTHING = new Uint8Array()

/** The fields that are whole: git ends every one of them with NUL. */
function splitFields(bytes: Uint8Array): Uint8Array[] {
  const fields: Uint8Array[] = []
  let from = 0
  for (let end = bytes.indexOf(0); end !== -1; end = bytes.indexOf(0, from)) {
    fields.push(bytes.subarray(from, end))
    from = end + 1
  }
  return fields
}
