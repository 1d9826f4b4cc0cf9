import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AS_CI, callApi, keepTestSettings } from '#test/api-call.ts'
import { callAsCi, knowCiToken, newContent, recordAll, sync } from '#test/api-server.ts'
import { documentOf, runCommand } from '#test/cli/run-command.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { aFolder } from '#test/git-repository.ts'
import { aDataFolder, startGuarded, stopGuarded } from '#test/guarded-store.ts'
import { type ServedApi, serveStore } from '#test/served-api.ts'
import * as checkpoint from './audit/checkpoint/route.ts'
import * as verification from './audit/verification/route.ts'
import * as packet from './promotions/[id]/packet/route.ts'
import * as promotions from './promotions/route.ts'

let test: TestDatabase
let served: ServedApi
let promotion: string
const data = aDataFolder()
const here = aFolder()

beforeAll(async () => {
  keepTestSettings()
  test = await createTestDatabase()
  await startGuarded(test.database, data.path)
  await knowCiToken()
  await sync()
  const content = newContent()
  await recordAll(content)
  promotion = (await callAsCi(promotions, { domain: 'platform-billing', content })).document.id
  served = await serveStore()
})
afterAll(async () => {
  await served.close()
  await stopGuarded()
  await test.close()
  data.remove()
})

const lanekeeper = (...words: string[]) => runCommand(words, { cwd: here, env: served.env })

describe('`GET promotions/{id}/packet`', () => {
  it('is a file to keep', async () => {
    const { status, document, headers } = await callApi(packet, { params: { id: promotion }, headers: AS_CI })
    expect({ status, format: document.format }).toEqual({ status: 200, format: 'lanekeeper.release-packet.v1' })
    expect(headers.get('content-disposition')).toBe(`attachment; filename="lanekeeper-packet-${promotion}.json"`)
  })

  it('is 404 for a promotion that there is not', async () => {
    expect(await callApi(packet, { params: { id: 'x' }, headers: AS_CI })).toMatchObject({
      status: 404,
      document: { code: 'promotion-unknown' },
    })
  })
})

describe('an outsider with the command line', () => {
  it('fetches a packet and the checkpoint, and verifies both with the key of the server alone', async () => {
    expect(await lanekeeper('packet', promotion, '--out', 'p.json', '--in-toto', 'p.intoto.jsonl')).toMatchObject({ exit: 0 })
    const { note, publicKey, size } = (await callApi(checkpoint, { headers: AS_CI })).document
    writeFileSync(join(here, 'key.pem'), publicKey)
    writeFileSync(join(here, 'kept.note'), note)
    expect(await lanekeeper('verify', 'p.json', '--pubkey', 'key.pem')).toMatchObject({
      exit: 0,
      out: expect.stringContaining('the key that you gave'),
    })
    expect(await lanekeeper('verify', 'p.json')).toMatchObject({ exit: 0, out: expect.stringContaining('anybody could have made it') })
    expect(await lanekeeper('audit', 'verify', '--checkpoint', 'kept.note', '--pubkey', 'key.pem')).toMatchObject({
      exit: 0,
      out: expect.stringContaining(`It meets 1 checkpoint, the newest of ${size} entries.`),
    })
    const envelopes = readFileSync(join(here, 'p.intoto.jsonl'), 'utf8').trimEnd().split('\n')
    expect(envelopes.map((line) => JSON.parse(line).payloadType)).toEqual(['application/vnd.in-toto+json', 'application/vnd.in-toto+json'])
  })

  it('is told what is wrong by exit 1, and what cannot be read by exit 2', async () => {
    const text = readFileSync(join(here, 'p.json'), 'utf8')
    writeFileSync(join(here, 'other.json'), text.replace('"passed"', '"passeD"'))
    expect(await lanekeeper('verify', 'other.json', '--pubkey', 'key.pem')).toMatchObject({
      exit: 1,
      out: expect.stringMatching(/does not hold\. \S+/),
    })
    expect(documentOf(await lanekeeper('verify', 'other.json', '--json'))).toMatchObject({ verified: false, isOriginShown: false })
    expect((await lanekeeper('verify', 'absent.json')).exit).toBe(2)
    expect((await lanekeeper('verify', 'p.json', '--pubkey', 'p.json')).exit).toBe(2)
    expect((await lanekeeper('packet', promotion, '--out', 'no/such/folder')).exit).toBe(2)
    expect((await lanekeeper('packet', 'x', '--out', 'x.json')).exit).toBe(2)
  })
})

describe('`GET audit/verification`', () => {
  it('says what the chain was held against, and as whom the database is used', async () => {
    const { document } = await callApi(verification, { headers: AS_CI })
    expect(document).toMatchObject({ verified: true, checkpoints: { kept: expect.any(Number) }, database: { mayRewriteHistory: true } })
  })
})
