import { PACKET_FORMAT, type ReleasePacket } from '#lib/model/release-packet.ts'

/** What a value must look like: a word for what is not looked into, a list of one, or an object with exactly these keys (`?` may be absent). */
type Shape = 'text' | 'number' | 'flag' | 'any' | readonly [Shape] | { readonly [key: string]: Shape } | { readonly orNull: Shape }

const REASON: Shape = {
  code: 'text',
  text: 'text',
  refs: ['text'],
  actors: ['text'],
  next: { orNull: { label: 'text', command: { orNull: 'text' } } },
}
const CONTENT: Shape = { 'gitCommit?': 'text', 'gitTree?': 'text', 'sha256?': 'text' }
const JUDGED: Shape = { status: 'text', overlays: ['text'], reasons: [REASON], evidence: ['text'] }
const ENVELOPE: Shape = { payloadType: 'text', payload: 'text', signatures: [{ keyid: 'text', sig: 'text' }] }
const TEXT_OR_NULL: Shape = { orNull: 'text' }

const PACKET: Shape = {
  format: 'text',
  issuer: { url: 'text', publicKey: 'text' },
  promotion: {
    id: 'text',
    repository: 'text',
    domain: 'text',
    content: CONTENT,
    modelDigest: 'text',
    verdict: 'text',
    promotedBy: 'text',
    promotedAt: 'text',
  },
  items: [{ id: 'text', number: 'number', claim: 'text', ...(JUDGED as object) }],
  plan: { orNull: { id: 'text', document: 'any' } },
  gates: [
    {
      gate: 'text',
      layer: 'text',
      domain: TEXT_OR_NULL,
      satisfied: 'flag',
      exceptions: ['text'],
      debt: ['text'],
      ...(JUDGED as object),
    },
  ],
  skips: ['any'],
  exceptions: ['any'],
  evidence: [
    {
      id: 'text',
      gate: 'text',
      result: 'text',
      content: CONTENT,
      profile: TEXT_OR_NULL,
      command: 'text',
      exitCode: { orNull: 'number' },
      counts: { orNull: { executed: 'number', passed: 'number', failed: 'number', skipped: 'number' } },
      startedAt: TEXT_OR_NULL,
      finishedAt: TEXT_OR_NULL,
      artifacts: [{ name: 'text', sha256: 'text', 'uri?': 'text' }],
      runId: TEXT_OR_NULL,
      ci: { orNull: { provider: 'text', id: 'text', attempt: 'number', url: TEXT_OR_NULL } },
      supersedes: ['text'],
      reason: TEXT_OR_NULL,
      findings: { orNull: [{ fingerprint: 'text', guard: 'text', rule: 'text', path: 'text' }] },
      gateDefinition: 'text',
      producer: { identity: 'text', name: 'text' },
      receivedAt: 'text',
      revoked: { orNull: { at: 'text', by: 'text', reason: 'text' } },
    },
  ],
  audit: {
    segments: [
      { entries: [{ sequence: 'number', at: 'number', canonical: 'text', previousHash: 'text', hash: 'text' }], checkpoint: 'text' },
    ],
  },
  statements: { gateDecision: ENVELOPE, verificationSummary: ENVELOPE },
}

/** The packet that a JSON value is, or where it is none. */
export function readPacket(value: unknown): ReleasePacket | { readonly misshapen: string } {
  const misshapen = whereNot(value, PACKET, '')
  if (misshapen !== null) return { misshapen }
  const packet = value as ReleasePacket
  return packet.format === PACKET_FORMAT ? packet : { misshapen: 'format' }
}

/** The first place at which a value does not have a shape. */
function whereNot(value: unknown, shape: Shape, at: string): string | null {
  if (shape === 'any') return null
  if (typeof shape === 'string') return typeof value === TYPES[shape] ? null : at || 'packet'
  if (isList(shape)) {
    if (!Array.isArray(value)) return at || 'packet'
    return first(value, (each, index) => whereNot(each, shape[0], `${at}[${index}]`))
  }
  if ('orNull' in shape) return value === null ? null : whereNot(value, shape.orNull as Shape, at)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return at || 'packet'
  const known = new Map(Object.entries(shape).map(([key, of]) => [key.replace('?', ''), of]))
  const pathOf = (key: string) => (at === '' ? key : `${at}.${key}`)
  const unknown = Object.keys(value).find((key) => !known.has(key))
  if (unknown !== undefined) return pathOf(unknown)
  return first([...known], ([key, of]) => {
    if (Object.hasOwn(value, key)) return whereNot((value as Readonly<Record<string, unknown>>)[key], of, pathOf(key))
    return `${key}?` in shape ? null : pathOf(key)
  })
}

const TYPES = { text: 'string', number: 'number', flag: 'boolean' } as const

function isList(shape: Shape): shape is readonly [Shape] {
  return Array.isArray(shape)
}

function first<Each>(all: readonly Each[], find: (each: Each, index: number) => string | null): string | null {
  for (const [index, each] of all.entries()) {
    const found = find(each, index)
    if (found !== null) return found
  }
  return null
}
