import type { ChangedFile, ChangeKind } from '#lib/model/change.ts'
import type { Diagnostic } from '#lib/model/diagnostic.ts'
import { checkPath, type GitPath } from './git-path.ts'

/** The files of a change as they are read, with what went wrong. Any error means that the list may be short. */
export interface ChangedFiles {
  readonly files: readonly ChangedFile[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Gathers the files of a change. */
export interface FileCollector {
  /** One path that changed. */
  add(name: GitPath, change: ChangeKind, line: number): void
  /** A rename or copy: both paths count, the old one first. */
  addPair(from: GitPath, to: GitPath, change: 'renamed' | 'copied', line: number): void
  fault(line: number, message: string, hint: string): void
  readonly found: ChangedFiles
}

/** An empty collector; `file` is the name that diagnostics carry. */
export function collectFiles(file: string): FileCollector {
  const files: ChangedFile[] = []
  const diagnostics: Diagnostic[] = []
  return {
    found: { files, diagnostics },
    add(name, change, line) {
      files.push({ path: name.path, change })
      diagnostics.push(...checkPath(name, file, line))
    },
    addPair(from, to, change, line) {
      files.push({ path: from.path, change, to: to.path }, { path: to.path, change, from: from.path })
      diagnostics.push(...checkPath(from, file, line), ...checkPath(to, file, line))
    },
    fault(line, message, hint) {
      diagnostics.push({ file, line, column: 1, code: 'change-unreadable', severity: 'error', message, hint })
    },
  }
}
