import { generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openCheckpoint, readCheckpoint, signCheckpoint } from './signed-checkpoint.ts'
import { readVerifyingKey, verifyingKeyOf } from './verifying-key.ts'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const key = verifyingKeyOf(publicKey)

const checkpoint = fc.record({
  size: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  hash: fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex')),
})

describe('a signed checkpoint', () => {
  it('opens to what was signed, by its key alone', () => {
    const other = verifyingKeyOf(generateKeyPairSync('ed25519').publicKey)
    fc.assert(
      fc.property(checkpoint, (given) => {
        const signed = signCheckpoint(given, key, privateKey)
        expect(openCheckpoint(signed.note, key)).toEqual(signed)
        expect(readCheckpoint(signed.note)).toEqual(given)
        expect(openCheckpoint(signed.note, other)).toBeNull()
      }),
    )
  })

  it('never opens with any of its bytes changed, taken out or put in twice', () => {
    fc.assert(
      fc.property(checkpoint, fc.nat(), fc.integer({ min: 1, max: 255 }), (given, where, by) => {
        const bytes = Buffer.from(signCheckpoint(given, key, privateKey).note)
        const at = where % bytes.length
        const changed = Buffer.from(bytes)
        changed[at] = (changed[at] ?? 0) ^ by
        const others = [changed, Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]), Buffer.concat([bytes, bytes.subarray(at)])]
        for (const other of others) expect(openCheckpoint(other.toString('latin1'), key)).toBeNull()
      }),
      { numRuns: 3_000 },
    )
  })

  it('is laid out as C2SP writes it: name, size, hash in base64, an empty line, the signature', () => {
    const { note } = signCheckpoint({ size: 7, hash: '00'.repeat(32) }, key, privateKey)
    expect(note).toMatch(new RegExp(`^${key.name}\\n7\\nA{43}=\\n\\n\u2014 ${key.name} [A-Za-z0-9+/]{90,}=*\\n$`))
  })
})

describe('a public key', () => {
  it('is read from PEM text, and nothing else is taken for one', () => {
    expect(readVerifyingKey(key.pem)).toMatchObject({ name: key.name, pem: key.pem })
    const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({ format: 'pem', type: 'spki' }).toString()
    const secret = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()
    for (const text of ['', 'key', rsa, secret, key.pem.replace('MC', 'MD')]) expect(readVerifyingKey(text)).toBeNull()
  })
})
