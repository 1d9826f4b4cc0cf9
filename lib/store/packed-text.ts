import { promisify } from 'node:util'
import { constants, gunzip, gzip } from 'node:zlib'

const [pack, unpack] = [promisify(gzip), promisify(gunzip)]

/** A text as it is stored: models and plans are long and repeat themselves, so they take a tenth of their size and of the time to store. */
export type PackedText = Uint8Array<ArrayBuffer>

/** Shorter texts are kept as they are: packing costs more than it saves. */
const WORTH_PACKING = 4096
/** What every packed text begins with, and no JSON does. */
const PACKED = [0x1f, 0x8b]

/** Packs a JSON text, if it is long. Half a surrogate pair has no place in one; JSON text has none, it escapes them. */
export async function packText(text: string): Promise<PackedText> {
  if (text.length < WORTH_PACKING) return new TextEncoder().encode(text)
  return new Uint8Array(await pack(text, { level: constants.Z_BEST_SPEED }))
}

/** The text that was packed, character for character. */
export async function unpackText(packed: Uint8Array): Promise<string> {
  const isPacked = PACKED.every((byte, at) => packed[at] === byte)
  return isPacked ? (await unpack(packed)).toString('utf8') : new TextDecoder('utf-8', { ignoreBOM: true }).decode(packed)
}
