const HUNK = /^@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@/

/**
 * The index of the last line of the hunk whose header stands at `at`, by the lengths the header gives; null when the lines end or
 * change their nature before. A header that is not one ends where it stands.
 */
export function hunkEnd(lines: readonly string[], at: number): number | null {
  const header = HUNK.exec(lines[at] ?? '')
  if (header === null) return at
  let before = Number(header[1] ?? 1)
  let after = Number(header[2] ?? 1)
  let end = at
  while (before > 0 || after > 0) {
    end += 1
    const line = lines[end]
    // A text's last line feed leaves one empty line behind, which is not part of any hunk.
    if (line === undefined || (line === '' && end === lines.length - 1)) return null
    const mark = line[0] ?? ' '
    if (mark === '\\') continue
    if (mark !== ' ' && mark !== '-' && mark !== '+') return null
    if (mark !== '+') before -= 1
    if (mark !== '-') after -= 1
  }
  return before < 0 || after < 0 ? null : end
}
