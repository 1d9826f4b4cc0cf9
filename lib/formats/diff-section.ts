import type { ChangeKind } from '#lib/model/change.ts'
import { type GitPath, readQuotedPath } from './git-path.ts'

/** What the header lines of one file of a diff have said so far. A name that is null is `/dev/null`. */
export interface DiffSection {
  /** The line it begins at, from 1. */
  readonly line: number
  readonly git: boolean
  /** The one name that both sides of a `diff --git` line carry, when they do. */
  readonly both: GitPath | null
  readonly change: ChangeKind
  readonly from?: GitPath
  readonly to?: GitPath
  /** The names of the `---` and `+++` lines, as written. */
  readonly before?: GitPath | null
  readonly after?: GitPath | null
}

/** Begins the section of a `diff --git`, `diff --cc` or `Submodule` line. */
export function gitSection(header: string, line: number): DiffSection {
  return { line, git: true, both: nameOfHeader(header), change: 'modified' }
}

/** Begins the section of a plain diff, at its `---` line. */
export function plainSection(header: string, line: number): DiffSection {
  return noteHeaderLine({ line, git: false, both: null, change: 'modified' }, header)
}

/** Takes in one more line; a line that says nothing of the file changes nothing. */
export function noteHeaderLine(section: DiffSection, line: string): DiffSection {
  const pair = /^(rename|copy) (from|to) (.+)$/.exec(line)
  if (pair !== null && section.git) {
    const change = pair[1] === 'rename' ? 'renamed' : 'copied'
    return { ...section, change, [pair[2] === 'from' ? 'from' : 'to']: readName(pair[3] ?? '') }
  }
  if (line.startsWith('new file mode ')) return { ...section, change: 'added' }
  if (line.startsWith('deleted file mode ')) return { ...section, change: 'deleted' }
  if (section.before === undefined && line.startsWith('--- ')) return { ...section, before: sideName(line.slice(4)) }
  if (section.after === undefined && line.startsWith('+++ ')) return { ...section, after: sideName(line.slice(4)) }
  return section
}

/** The path a section changes, and the path it had before; null when it does not say. */
export function sectionFiles(section: DiffSection): { path: GitPath; before: GitPath; change: ChangeKind } | null {
  const { both, change, from, to } = section
  if (from !== undefined && to !== undefined) return { path: to, before: from, change }
  if (both !== null) return { path: both, before: both, change: change === 'renamed' || change === 'copied' ? 'modified' : change }
  const prefixed = [section.before, section.after].every((name, side) => !name || name.path.startsWith(side === 0 ? 'a/' : 'b/'))
  const strip = (name: GitPath): GitPath => (prefixed ? { ...name, path: name.path.slice(2) } : name)
  const { before, after } = section
  if (before && after) return { path: strip(after), before: strip(before), change: 'modified' }
  if (after) return { path: strip(after), before: strip(after), change: 'added' }
  if (before) return { path: strip(before), before: strip(before), change: 'deleted' }
  return null
}

function readName(text: string): GitPath {
  return readQuotedPath(text)?.name ?? { path: text, lossy: false }
}

// Plain diff writes a tab and a time behind the name; git a tab alone when there is a space in it.
function sideName(text: string): GitPath | null {
  const name = readQuotedPath(text)?.name ?? { path: text.split('\t')[0] ?? text, lossy: false }
  return name.path === '/dev/null' ? null : name
}

function nameOfHeader(header: string): GitPath | null {
  const submodule = /^Submodule (.+?) (?:[0-9a-f]{7,}\.{2,3}[0-9a-f]{7,}|contains )/.exec(header)
  if (submodule !== null) return { path: submodule[1] ?? '', lossy: false }
  const combined = /^diff --(?:cc|combined) (.+)$/.exec(header)
  if (combined !== null) return readName(combined[1] ?? '')
  const names = /^diff --git (.+)$/.exec(header)?.[1]
  return names === undefined ? null : sameName(...splitNames(names))
}

/** The two names of a `diff --git` line; without quotes only names of equal length can be told apart, which they are unless renamed. */
function splitNames(names: string): [GitPath, GitPath] {
  const first = readQuotedPath(names)
  if (first !== null) return [first.name, readName(names.slice(first.length + 1))]
  const quoted = names.indexOf(' "')
  const middle = quoted === -1 ? (names.length - 1) / 2 : quoted
  return [readName(names.slice(0, middle)), readName(names.slice(middle + 1))]
}

// The prefixes differ by the options git was run with: a/ and b/, or i/, w/, c/, o/ for index, work tree, commit, object, or none.
function sameName(left: GitPath, right: GitPath): GitPath | null {
  if (left.path === right.path) return left
  const [one, other] = [left.path.slice(2), right.path.slice(2)]
  const prefixed = /^[a-z]\//.test(left.path) && /^[a-z]\//.test(right.path)
  return prefixed && one === other && one !== '' ? { ...left, path: one } : null
}
