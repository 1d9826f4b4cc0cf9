import { promisify } from 'node:util'
import { constants, gunzip, gzip } from 'node:zlib'

const [pack, unpack] = [promisify(gzip), promisify(gunzip)]

/** A text as it is stored: models and plans are long and repeat themselves, so they take a tenth of their size and of the time to store. */
export type PackedText = Uint8Array<ArrayBuffer>

/** Packs a text. Half a surrogate pair has no place in one; JSON text has none, it escapes them. */
export async function packText(text: string): Promise<PackedText> {
  return new Uint8Array(await pack(text, { level: constants.Z_BEST_SPEED }))
}

/** The text that was packed, character for character. */
export async function unpackText(packed: Uint8Array): Promise<string> {
  return (await unpack(packed)).toString('utf8')
}
