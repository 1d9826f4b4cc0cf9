import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'

/** 2^15 blocks of 1 KiB, three times: 32 MiB and a few tenths of a second for each guess. */
const COST = { N: 2 ** 15, r: 8, p: 3 } as const
const MEMORY = 64 * 1024 * 1024
const BYTES = 32

/** A salted hash of a password, to be kept. It says how it was made, so that the cost can be raised later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const { N, r, p } = COST
  const hash = await derive(password, salt, COST)
  return ['scrypt', N, r, p, salt.toString('base64url'), hash.toString('base64url')].join('$')
}

/** True when the hash was made of this password. Without a hash (nobody has that address) as much is done, and the answer is no. */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const [, N, r, p, salt = '', hash = ''] = (kept ?? (await nobodysHash())).split('$')
  const derived = await derive(password, Buffer.from(salt, 'base64url'), { N: Number(N), r: Number(r), p: Number(p) })
  const expected = Buffer.from(hash, 'base64url')
  return expected.length === derived.length && timingSafeEqual(expected, derived) && kept !== null
}

let ofNobody: Promise<string> | null = null

function nobodysHash(): Promise<string> {
  ofNobody ??= hashPassword(randomBytes(32).toString('base64url'))
  return ofNobody
}

/** The same characters count as the same password, whichever way a keyboard composes them. */
async function derive(password: string, salt: Buffer, cost: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, key: Buffer) => (error === null ? resolve(key) : reject(error))
    scrypt(password.normalize('NFC'), salt, BYTES, { ...cost, maxmem: MEMORY }, done)
  })
}
