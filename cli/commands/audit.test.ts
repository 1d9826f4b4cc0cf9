import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { AuditEntry } from '#lib/model/audit.ts'
import { canonicalText } from '#lib/rules/audit/canonical-text.ts'
import { hashEntry } from '#lib/rules/audit/hash-entry.ts'
import { type Answer, aRecordingServer, NOWHERE } from '#test/cli/recording-server.ts'
import { documentOf, runCommand } from '#test/cli/run-command.ts'
import { aFolder } from '#test/git-repository.ts'

/** A chain that holds. */
function aChain(length: number): AuditEntry[] {
  const chain: AuditEntry[] = []
  let previousHash = '0'.repeat(64)
  for (let sequence = 1; sequence <= length; sequence++) {
    const record = {
      action: 'evidence.recorded',
      actor: 'token:ci',
      details: { n: sequence },
      repository: 'platform',
      subject: `e${sequence}`,
    }
    const entry = { sequence, at: 1_790_000_000_000 + sequence, canonical: canonicalText(record), previousHash }
    const hash = hashEntry(entry)
    chain.push({ ...entry, hash })
    previousHash = hash
  }
  return chain
}

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
  return aChain(450).map((entry, index) => (index === at - 1 ? { ...entry, ...change } : entry))
}

describe('lanekeeper audit verify', () => {
  it.each([0, 1, 200, 450])('a chain of %i entries that holds is exit 0', async (length) => {
    const chain = aChain(length)
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
    ['is missing', aChain(450).filter(({ sequence }) => sequence !== 100), 101],
    ['is no entry', broken(333, { hash: 5 as unknown as string }), 333],
  ])('an entry that %s is named, exit 1', async (_, chain, sequence) => {
    const server = await serving(chain)
    const run = await audit(['verify'], server.env)
    expect(run.exit).toBe(1)
    expect(run.out).toContain(`broken at entry ${sequence}: `)
  })

  it('verifies an export without a server, and sees a line that was changed or cut off', async () => {
    const server = await serving(aChain(450))
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
