import { createHmac } from 'node:crypto'

const SECRET = /^whsec_([A-Za-z0-9+/]{32,86}={0,2})$/

/** The bytes of a secret as Standard Webhooks writes it, `whsec_` and the base64 of 24 to 64 bytes; null for anything else. */
export function readWebhookSecret(text: string): Uint8Array | null {
  const encoded = SECRET.exec(text)?.[1]
  if (encoded === undefined) return null
  const bytes = Buffer.from(encoded, 'base64')
  return bytes.length >= 24 && bytes.length <= 64 && bytes.toString('base64') === encoded ? bytes : null
}

/** A message as Standard Webhooks signs it. */
export interface SignedMessage {
  /** The same for every try. */
  readonly id: string
  /** Of this try, in whole seconds since 1970. */
  readonly timestamp: number
  readonly body: string
}

/** The `webhook-signature` of a message: one `v1,<base64>` for each secret, HMAC-SHA256 over id, timestamp and body with dots between. */
export function webhookSignature({ id, timestamp, body }: SignedMessage, secrets: readonly Uint8Array[]): string {
  return secrets.map((secret) => `v1,${createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64')}`).join(' ')
}
