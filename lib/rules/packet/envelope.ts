import { type KeyObject, sign } from 'node:crypto'
import type { Envelope } from '#lib/model/release-packet.ts'
import { readBase64, type VerifyingKey } from '../audit/verifying-key.ts'

const IN_TOTO = 'application/vnd.in-toto+json'

/** Signs the text of an in-toto statement (DSSE v1). */
export function signStatement(text: string, key: VerifyingKey, privateKey: KeyObject): Envelope {
  const payload = Buffer.from(text)
  const sig = sign(null, preAuthenticated(payload), privateKey).toString('base64')
  return { payloadType: IN_TOTO, payload: payload.toString('base64'), signatures: [{ keyid: key.name, sig }] }
}

/** Why an envelope is not this text signed by this key, or null. */
export function whyNotSigned({ payloadType, payload, signatures }: Envelope, text: string, key: VerifyingKey): string | null {
  if (payloadType !== IN_TOTO) return `its payload type is not ${IN_TOTO}`
  if (payload !== Buffer.from(text).toString('base64')) return 'it does not say what the packet says'
  const [signature] = signatures
  if (signature === undefined || signatures.length > 1) return 'it does not have one signature'
  if (signature.keyid !== key.name) return `it names another key than ${key.name}`
  const bytes = readBase64(signature.sig)
  return bytes !== null && key.verifies(preAuthenticated(Buffer.from(text)), bytes) ? null : `its signature is not one of ${key.name}`
}

/** DSSE's pre-authentication encoding: kind and length are signed with the text. */
function preAuthenticated(payload: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`DSSEv1 ${IN_TOTO.length} ${IN_TOTO} ${payload.length} `), payload])
}
