import { generateKeyPairSync } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { AuditEntry } from '#lib/model/audit.ts'
import { signCheckpoint } from '#lib/rules/audit/signed-checkpoint.ts'
import { verifyingKeyOf } from '#lib/rules/audit/verifying-key.ts'
import { anAuditChain, rechained } from '#test/builders/an-audit-chain.ts'
import { type Answer, aRecordingServer, NOWHERE } from '#test/cli/recording-server.ts'
import { documentOf, runCommand } from '#test/cli/run-command.ts'
import { aFolder } from '#test/git-repository.ts'

/** A server with this chain, answered as the contract says: newest first, in pages. */
function serving(chain: readonly AuditEntry[]) {
  const newestFirst = [...chain].reverse()
  return aRecordingServer(({ url }): Answer => {
    const query = new URL(url, 'http://x').searchParams
    const [from, limit] = [Number(query.get('cursor') ?? 0), Number(query.get('limit'))]
    const next = from + limit < newestFirst.length ? String(from + limit) : null
    return { status: 200, body: { items: newestFirst.slice(from, from + limit), next } }
  })
}

const audit = (words: readonly string[], env: Readonly<Record<string, string>>) => runCommand(['audit', ...words], { cwd: aFolder(), env })

/** A change to one entry of a chain of 450. */
function broken(at: number, change: Partial<AuditEntry>): AuditEntry[] {
  return anAuditChain(450).map((entry, index) => (index === at - 1 ? { ...entry, ...change } : entry))
}

describe('lanekeeper audit verify', () => {
  it.each([0, 1, 200, 450])('a chain of %i entries that holds is exit 0', async (length) => {
    const chain = anAuditChain(length)
    const server = await serving(chain)
    const run = await audit(['verify', '--json'], server.env)
    expect(run.exit).toBe(0)
    const last = chain.at(-1)
    const head = last === undefined ? null : { sequence: length, hash: last.hash }
    expect(documentOf(run)).toEqual({ verified: true, entries: length, head, firstBad: null, checkpoints: null })
    expect(server.received).toHaveLength(Math.max(1, Math.ceil(length / 200)))
  })

  it.each([
    ['was changed', broken(230, { canonical: '{}' }), 230],
    ['has another moment', broken(1, { at: 7 }), 1],
    ['is missing', anAuditChain(450).filter(({ sequence }) => sequence !== 100), 101],
    ['is no entry', broken(333, { hash: 5 as unknown as string }), 333],
  ])('an entry that %s is named, exit 1', async (_, chain, sequence) => {
    const server = await serving(chain)
    const run = await audit(['verify'], server.env)
    expect(run.exit).toBe(1)
    expect(run.out).toContain(`broken at entry ${sequence}: `)
  })

  it('verifies an export without a server, and sees a line that was changed or cut off', async () => {
    const server = await serving(anAuditChain(450))
    const { out, exit } = await audit(['export'], server.env)
    expect(exit).toBe(0)
    expect(out.split('\n')).toHaveLength(451)
    const file = join(aFolder(), 'audit.ndjson')
    writeFileSync(file, out)
    expect((await audit(['verify', '--export', file], {})).exit).toBe(0)
    writeFileSync(file, out.replace('"e77"', '"e78"').replaceAll('\\"e77\\"', '\\"e78\\"'))
    expect(await audit(['verify', '--export', file], {})).toMatchObject({ exit: 1, out: expect.stringContaining('entry 77') })
    writeFileSync(file, out.slice(0, -40))
    expect(await audit(['verify', '--export', file], {})).toMatchObject({ exit: 1, out: expect.stringContaining('entry 450') })
  })

  it('what is not there, or no page of entries, is a fault', async () => {
    expect((await audit(['verify', '--export', 'absent.ndjson'], {})).exit).toBe(2)
    expect((await audit(['verify'], NOWHERE)).exit).toBe(3)
    const server = await aRecordingServer(() => ({ status: 200, body: { items: 'none' } }))
    expect((await audit(['verify'], server.env)).exit).toBe(2)
  })
})

describe('lanekeeper audit verify --checkpoint: an outsider with a note, the key and an export', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const key = verifyingKeyOf(publicKey)
  const folder = aFolder()
  const keep = (name: string, text: string) => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  const pubkey = keep('key.pem', key.pem)
  const chain = anAuditChain(20)
  const noteAt = (size: number) => keep(`${size}.note`, signCheckpoint({ size, hash: chain[size - 1]?.hash ?? '' }, key, privateKey).note)
  const exported = (name: string, entries: readonly AuditEntry[]) =>
    keep(name, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''))
  const verify = (file: string, ...words: string[]) =>
    audit(['verify', '--export', file, '--checkpoint', noteAt(10), ...words, '--pubkey', pubkey], {})

  it('says that the chain meets it', async () => {
    const run = await verify(exported('whole', chain), '--checkpoint', noteAt(15))
    expect(run).toMatchObject({ exit: 0, out: expect.stringContaining('It meets 2 checkpoints, the newest of 15 entries.') })
  })

  it.each([
    ['a tail that was cut off', chain.slice(0, 8), 'entry 9: The chain ends at entry 8, and 10 were signed for'],
    ['a chain that was written anew', rechained(chain, 4, 'token:other'), 'entry 10: The chain holds in itself'],
    ['no chain at all', [], 'entry 1: The chain ends at entry 0'],
  ])('names %s, exit 1', async (_, entries, said) => {
    expect(await verify(exported('other', entries))).toMatchObject({ exit: 1, out: expect.stringContaining(said) })
  })

  it('does not take a note or a key that is something else', async () => {
    const forged = keep(
      'forged.note',
      signCheckpoint({ size: 10, hash: 'f'.repeat(64) }, key, generateKeyPairSync('ed25519').privateKey).note,
    )
    const file = exported('whole', chain)
    const codeOf = async (...words: string[]) =>
      documentOf<{ error: { code: string } }>(await audit(['verify', '--json', '--export', file, ...words], {}))
    expect(await codeOf('--checkpoint', forged, '--pubkey', pubkey)).toMatchObject({ error: { code: 'not-signed' } })
    expect(await codeOf('--checkpoint', noteAt(10), '--pubkey', forged)).toMatchObject({ error: { code: 'key-unreadable' } })
    expect(await codeOf('--checkpoint', noteAt(10))).toMatchObject({ error: { code: 'usage' } })
    expect(await codeOf('--checkpoint', 'absent', '--pubkey', pubkey)).toMatchObject({ error: { code: 'file-unreadable' } })
  })
})

describe('lanekeeper audit checkpoint', () => {
  it('prints the note as it was signed, or all that the server says', async () => {
    const body = { note: 'a\n1\n', size: 1, hash: 'f'.repeat(64), keyName: 'a', publicKey: 'pem' }
    const server = await aRecordingServer(({ url }) =>
      url === '/api/v1/audit/checkpoint' ? { status: 200, body } : { status: 404, body: {} },
    )
    expect(await audit(['checkpoint'], server.env)).toMatchObject({ exit: 0, out: body.note })
    expect(documentOf(await audit(['checkpoint', '--json'], server.env))).toEqual(body)
  })
})
