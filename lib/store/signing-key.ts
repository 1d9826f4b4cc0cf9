import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeDataFolder } from './data-folder.ts'
import { keepNewFile } from './new-file.ts'

/** The key pair by which this server signs. */
export interface SigningKey {
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
}

/** The keys are not usable as they are; a person has to put them right. */
export class SigningKeyUnusable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'SigningKeyUnusable'
  }
}

const PRIVATE = 'signing-key.pem'
const PUBLIC = 'signing-key.pub.pem'

/**
 * Reads the Ed25519 key pair of a data folder, or makes it: `keys/signing-key.pem`, for its owner only, and `keys/signing-key.pub.pem`, for
 * anyone. `mustExist` when something was signed before: another key would silently disown it. Throws `SigningKeyUnusable`.
 */
export function openSigningKey(dataFolder: string, mustExist: boolean): SigningKey {
  const folder = join(/*turbopackIgnore: true*/ dataFolder, 'keys')
  const path = join(/*turbopackIgnore: true*/ folder, PRIVATE)
  makeDataFolder(folder)
  if (!existsSync(/*turbopackIgnore: true*/ path)) {
    if (mustExist) throw new SigningKeyUnusable(`${path} is missing, and checkpoints that it signed are there; restore it from a backup`)
    const { privateKey } = generateKeyPairSync('ed25519')
    // Of two servers that start together the first makes the key, and both read it.
    keepNewFile(path, privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(), 0o600)
  }
  const key = readKey(path)
  keepNewFile(join(/*turbopackIgnore: true*/ folder, PUBLIC), key.publicKey.export({ format: 'pem', type: 'spki' }).toString(), 0o644)
  return key
}

function readKey(path: string): SigningKey {
  try {
    const privateKey = createPrivateKey(readFileSync(/*turbopackIgnore: true*/ path))
    if (privateKey.asymmetricKeyType !== 'ed25519') throw new TypeError('it is not Ed25519')
    return { privateKey, publicKey: createPublicKey(privateKey) }
  } catch (error) {
    throw new SigningKeyUnusable(`${path} is no Ed25519 private key; restore it from a backup`, { cause: error })
  }
}
