/** What of a diff leaves the browser. */
export interface StrippedDiff {
  /** Only the lines that say which files change and how. */
  readonly text: string
  /** Lines that were dropped: code, commit messages, anything else. */
  readonly dropped: number
  /** Files that the kept lines begin. */
  readonly files: number
}

/** The lines of a diff that name files, modes, renames and copies; nothing of what stands in the files. */
const HEADER =
  /^(?:diff --git |diff --cc |diff --combined |Submodule |index [0-9a-f]|old mode |new mode |deleted file mode |new file mode |copy (?:from|to) |rename (?:from|to) |similarity index |dissimilarity index |Binary files |GIT binary patch$|--- |\+\+\+ )/

const HUNK = /^@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@/

const COMBINED_HUNK = /^@@@+ /

/**
 * Drops the hunks of a unified diff, so that no code leaves the browser. A hunk is as long as its own header says, so a
 * line of code that looks like a header is dropped with it. Of a hunk that ends too early its header is kept, without
 * the code that may follow on it: the server must see that the diff was cut, for then its list of files may be short.
 */
export function stripHunks(text: string): StrippedDiff {
  const lines = text.split(/\r?\n/)
  const kept: string[] = []
  let at = 0
  while (at < lines.length) {
    const line = lines[at] ?? ''
    const hunk = HUNK.exec(line)
    if (hunk !== null) {
      const end = endOfHunk(lines, at + 1, lengthOf(hunk[1]), lengthOf(hunk[2]))
      if (end.cut) kept.push(hunk[0])
      at = end.at
    } else {
      if (HEADER.test(line) && !COMBINED_HUNK.test(line)) kept.push(line)
      at += 1
    }
  }
  const given = lines.at(-1) === '' ? lines.length - 1 : lines.length
  return {
    text: kept.length === 0 ? '' : `${kept.join('\n')}\n`,
    dropped: Math.max(0, given - kept.length),
    files: countFiles(kept),
  }
}

/** True when a text holds a hunk, so that there is something to drop. */
export function hasHunk(text: string): boolean {
  return /^@@ -\d/m.test(text)
}

function lengthOf(written: string | undefined): number {
  return written === undefined ? 1 : Number(written)
}

function endOfHunk(lines: readonly string[], from: number, oldLines: number, newLines: number): { at: number; cut: boolean } {
  let at = from
  let before = oldLines
  let after = newLines
  while (before > 0 || after > 0) {
    const line = lines[at]
    if (line === undefined || (line === '' && at === lines.length - 1)) return { at, cut: true }
    const mark = line[0]
    if (mark === '-') before -= 1
    else if (mark === '+') after -= 1
    else if (mark === ' ' || mark === undefined) {
      before -= 1
      after -= 1
    } else if (mark !== '\\') return { at, cut: true }
    at += 1
  }
  return { at, cut: before < 0 || after < 0 }
}

function countFiles(headers: readonly string[]): number {
  const git = headers.filter((line) => line.startsWith('diff ')).length
  return git > 0 ? git : headers.filter((line) => line.startsWith('+++ ')).length
}
