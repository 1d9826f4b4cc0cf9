import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto'

/** The public half of the key by which a server signs, and what it is called by. */
export interface VerifyingKey {
  /** `lanekeeper-` and 16 hex of the SHA-256 of the key: who has the key knows the name. */
  readonly name: string
  /** SubjectPublicKeyInfo as PEM, ending with a line break. */
  readonly pem: string
  /** The 32 bytes of the key itself. */
  readonly bytes: Buffer
  verifies(message: Buffer, signature: Buffer): boolean
}

/** Reads an Ed25519 public key from its PEM text; null for anything else, a private key included. */
export function readVerifyingKey(text: string): VerifyingKey | null {
  // Node would take the public half out of a private key. Whoever hands that around has made a mistake that must be seen.
  if (!text.includes('-----BEGIN PUBLIC KEY-----')) return null
  try {
    return verifyingKeyOf(createPublicKey(text))
  } catch {
    return null
  }
}

/** The same for a key at hand. Throws for a key that is not Ed25519. */
export function verifyingKeyOf(key: KeyObject): VerifyingKey {
  const { kty, crv, x } = key.export({ format: 'jwk' })
  if (kty !== 'OKP' || crv !== 'Ed25519' || x === undefined) throw new TypeError('not an Ed25519 key')
  const bytes = Buffer.from(x, 'base64url')
  const name = `lanekeeper-${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}`
  const pem = key.export({ format: 'pem', type: 'spki' }).toString()
  return { name, pem, bytes, verifies: (message, signature) => verify(null, message, key, signature) }
}

/** The bytes of canonical base64 text, null for any other spelling: two texts never stand for the same bytes. */
export function readBase64(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64') === text ? bytes : null
}
