import { type ChangedFiles, collectFiles, type FileCollector } from './changed-files.ts'
import { hunkEnd } from './diff-hunk.ts'
import { type DiffSection, gitSection, noteHeaderLine, plainSection, sectionFiles } from './diff-section.ts'

/**
 * Reads which files a unified diff changes: what `git diff`, `git show` and `git format-patch` print, and plain `diff -u`. Hunks are
 * skipped by the length their headers give, so that no line of code is taken for a header. A text that names no file, or a hunk
 * that is cut short, is an error: the list may be short then.
 */
export function parseUnifiedDiff(text: string): ChangedFiles {
  const collector = collectFiles('diff')
  const lines = text.split(/\r?\n/)
  let section: DiffSection | null = null
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    const opened = openSection(lines, at, section)
    if (opened !== null) {
      close(section, collector)
      section = opened
    } else if (line.startsWith('@@ ')) {
      const end = hunkEnd(lines, at)
      if (end === null) {
        collector.fault(at + 1, 'This hunk has fewer lines than it says: the diff is cut short.', 'Give the whole diff.')
        break
      }
      at = end
    } else if (section !== null) {
      section = noteHeaderLine(section, line)
    }
  }
  close(section, collector)
  if (collector.found.files.length === 0 && collector.found.diagnostics.length === 0 && text.trim() !== '') {
    const hint = 'Give what `git diff` prints: each file begins with a line "diff --git a/… b/…".'
    collector.fault(1, 'This is not a diff: no line of it names a file that changes.', hint)
  }
  return collector.found
}

function openSection(lines: readonly string[], at: number, open: DiffSection | null): DiffSection | null {
  const line = lines[at] ?? ''
  if (line.startsWith('diff --') || line.startsWith('Submodule ')) return gitSection(line, at + 1)
  const next = lines[at + 1] ?? ''
  const begins = line.startsWith('--- ') && next.startsWith('+++ ') && (open === null || open.after !== undefined)
  return begins ? plainSection(line, at + 1) : null
}

function close(section: DiffSection | null, collector: FileCollector): void {
  if (section === null) return
  const files = sectionFiles(section)
  if (files === null) {
    collector.fault(section.line, 'This part of the diff does not say which file it changes.', 'Give what `git diff` prints, unaltered.')
  } else if (files.change === 'renamed' || files.change === 'copied') {
    collector.addPair(files.before, files.path, files.change, section.line)
  } else {
    collector.add(files.path, files.change, section.line)
    if (files.before.path !== files.path.path) collector.add(files.before, files.change, section.line)
  }
}
