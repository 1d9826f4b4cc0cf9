import type { LocatedFaults } from './located-faults.ts'

/**
 * The text of a file, without its byte order mark; null, with an error, when it is larger than `limit` bytes or is not UTF-8.
 * A NUL is an error too, but the text is still given, so that everything else in it is reported as well.
 */
export function readTextFile(bytes: Uint8Array, limit: number, faults: LocatedFaults): string | null {
  if (bytes.length > limit) {
    const message = `The file has ${bytes.length} bytes; ${limit} is the most that is read.`
    faults.error('file-too-large', { line: 1 }, message, 'Nothing of it was read. Move what does not belong here elsewhere.')
    return null
  }
  const text = decodeUtf8(bytes)
  if (text === null) {
    const message = 'The file is not UTF-8 text from this line on.'
    faults.error('not-utf8', { line: findInvalidLine(bytes) }, message, 'Nothing of it was read. Save it as UTF-8.')
    return null
  }
  const nul = text.indexOf('\u0000')
  if (nul >= 0) {
    const before = text.slice(0, nul).split('\n')
    const spot = { line: before.length, column: (before.at(-1) ?? '').length + 1 }
    faults.error('nul-character', spot, 'The file holds a NUL character (U+0000).', 'Remove it; text files never need one.')
  }
  return text
}

/** The text that `bytes` encode in UTF-8, without a byte order mark, or null when they encode none. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Counts `\n`, `\r` and `\r\n`, no further than one beyond `limit`: a file of nothing else must not be split into lines. */
export function countLineBreaks(text: string, limit: number): number {
  let breaks = 0
  for (let at = 0; at < text.length && breaks <= limit; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x0a || (code === 0x0d && text.charCodeAt(at + 1) !== 0x0a)) breaks++
  }
  return breaks
}

/** A line feed is never part of a longer UTF-8 sequence, so the first line that does not decode alone holds the fault. */
function findInvalidLine(bytes: Uint8Array): number {
  let line = 1
  let from = 0
  while (from < bytes.length) {
    const feed = bytes.indexOf(0x0a, from)
    const to = feed < 0 ? bytes.length : feed
    if (decodeUtf8(bytes.subarray(from, to)) === null) return line
    from = to + 1
    line++
  }
  return line
}
