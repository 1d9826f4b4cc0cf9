import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registerInitialToken } from '#lib/store/api-tokens.ts'
import { ask } from '#lib/store/session.ts'
import { AS_CI, CI_TOKEN, callApi, keepTestSettings } from '#test/api-call.ts'
import { runCommand } from '#test/cli/run-command.ts'
import { openTestDatabase, type TestDatabase } from '#test/database.ts'
import * as models from './models/route.ts'
import * as plans from './plans/route.ts'

const EXAMPLE = 'examples/platform-monorepo'
const TRACKED = execFileSync('git', ['-C', EXAMPLE, 'ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(Boolean)

let test: TestDatabase

beforeAll(async () => {
  keepTestSettings()
  test = await openTestDatabase()
  await ask((session) => registerInitialToken(session, createHash('sha256').update(CI_TOKEN).digest('hex')))
  const sources = TRACKED.filter((path) => /\.(md|yaml|tsv)$/.test(path)).map((path) => ({
    path,
    text: readFileSync(`${EXAMPLE}/${path}`, 'utf8'),
  }))
  const { status } = await callApi(models, { headers: AS_CI, body: { repository: 'gpuaas-platform', sources, tree: TRACKED } })
  expect(status).toBe(201)
})
afterAll(() => test.close())

describe('the API and the command line give the same answer, from the same function', () => {
  it.each([
    ['one domain', ['packages/platform/billing/ledger.go']],
    ['a contract and a schema', ['doc/api/platform-billing.openapi.yaml', 'db/migrations/0003_billing_ledger.sql']],
    ['files without an owner', ['tools/dbshell.sh', 'Makefile']],
    ['the operating model itself', ['lanekeeper.yaml']],
  ])('the plan of %s is the same document but for the id that keeps it', async (_, files) => {
    const stored = await callApi(plans, { body: { files }, headers: AS_CI })
    const printed = await runCommand(['plan', '--files-from', '-', '--json', '--repo', EXAMPLE], {
      cwd: process.cwd(),
      input: `${files.join('\n')}\n`,
    })
    expect(printed.exit).toBe(0)
    const { id, ...plan } = stored.document
    expect(id).toMatch(/^[0-9a-f-]{36}$/)
    expect(plan).toEqual(JSON.parse(printed.out))
  })
})
