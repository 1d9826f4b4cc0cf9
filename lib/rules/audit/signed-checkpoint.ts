import { createHash, type KeyObject, sign } from 'node:crypto'
import type { Checkpoint, SignedCheckpoint } from '#lib/model/checkpoint.ts'
import { readBase64, type VerifyingKey } from './verifying-key.ts'

/** In front of a signature (C2SP signed-note): an em dash and a space. */
const DASH = '\u2014 '
const ED25519 = 0x01
const KEY_ID_BYTES = 4

/**
 * Signs for a chain of `size` entries: a C2SP signed note of three lines (the name of the key, the number of entries, the hash of the
 * newest in base64), an empty one, and the signature. Laid out as a tlog-checkpoint; its hash is that of the chain's head, not of a tree.
 */
export function signCheckpoint(checkpoint: Checkpoint, key: VerifyingKey, privateKey: KeyObject): SignedCheckpoint {
  const text = noteText(checkpoint, key.name)
  const signature = sign(null, Buffer.from(text), privateKey)
  const line = `${DASH}${key.name} ${Buffer.concat([keyIdOf(key), signature]).toString('base64')}\n`
  return { ...checkpoint, note: `${text}\n${line}` }
}

/** Reads a note that this key has signed; null for one that it has not, or that says anything else. */
export function openCheckpoint(note: string, key: VerifyingKey): SignedCheckpoint | null {
  const checkpoint = readCheckpoint(note)
  if (checkpoint === null) return null
  const text = noteText(checkpoint, key.name)
  const start = `${text}\n${DASH}${key.name} `
  if (!note.startsWith(start) || !note.endsWith('\n')) return null
  const signed = readBase64(note.slice(start.length, -1))
  if (signed === null || !signed.subarray(0, KEY_ID_BYTES).equals(keyIdOf(key))) return null
  return key.verifies(Buffer.from(text), signed.subarray(KEY_ID_BYTES)) ? { ...checkpoint, note } : null
}

/** What a note says, whoever signed it or did not; null when it is no note of ours. */
export function readCheckpoint(note: string): Checkpoint | null {
  const [, size, hash, empty] = note.split('\n', 4)
  if (size === undefined || hash === undefined || empty !== '' || !/^[1-9]\d{0,15}$/.test(size)) return null
  const bytes = readBase64(hash)
  if (bytes?.length !== 32 || !Number.isSafeInteger(Number(size))) return null
  return { size: Number(size), hash: bytes.toString('hex') }
}

function noteText({ size, hash }: Checkpoint, name: string): string {
  return `${name}\n${size}\n${Buffer.from(hash, 'hex').toString('base64')}\n`
}

/** As C2SP signed-note names a key: the first bytes of SHA-256 over its name, a line break, the kind of signature and the key. */
function keyIdOf({ name, bytes }: VerifyingKey): Buffer {
  const hash = createHash('sha256')
    .update(`${name}\n`)
    .update(Buffer.from([ED25519]))
    .update(bytes)
  return hash.digest().subarray(0, KEY_ID_BYTES)
}
