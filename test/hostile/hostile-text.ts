/** One hostile input: what it does, and its bytes. `faulty` says that it must be told as an error. */
export interface HostileInput {
  readonly name: string
  readonly bytes: Uint8Array
  readonly faulty: boolean
}

const encoder = new TextEncoder()

/** An input that must be told as an error. */
export function fault(name: string, text: string | Uint8Array): HostileInput {
  return { name, bytes: typeof text === 'string' ? encoder.encode(text) : text, faulty: true }
}

/** An input that may be read, if only it does no harm. */
export function oddity(name: string, text: string | Uint8Array): HostileInput {
  return { name, bytes: typeof text === 'string' ? encoder.encode(text) : text, faulty: false }
}

/** Text of about `size` characters. */
export function fill(piece: string, size: number): string {
  return piece.repeat(Math.ceil(size / piece.length))
}

/** Characters that look like others, or like nothing at all. */
export const DECEIVING: readonly (readonly [string, string])[] = [
  ['a right-to-left override', '\u202e'],
  ['a left-to-right isolate', '\u2066'],
  ['a zero-width space', '\u200b'],
  ['a word joiner', '\u2060'],
  ['a byte order mark', '\ufeff'],
  ['a line separator', '\u2028'],
  ['an escape', '\u001b[2J'],
  ['a backspace', '\b'],
  ['a delete', '\u007f'],
  ['a next-line control', '\u0085'],
]
