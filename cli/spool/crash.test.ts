import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { aRecordingServer, NOWHERE, type RecordingServer } from '#test/cli/recording-server.ts'
import { smallModel } from '#test/cli/small-model.ts'
import { aFolder, aGitRepository, GIT_TEST_ENVIRONMENT, type GitRepository, withoutGit } from '#test/git-repository.ts'

const BIN = resolve('bin/lanekeeper')
const GATE = 'platform-billing/local/unit'
const ROUNDS = 10

let repository: GitRepository
let usual = 0
beforeAll(async () => {
  repository = aGitRepository(smallModel())
  repository.commit()
  await ended(start(['--version'], NOWHERE, aFolder('data')))
  const began = performance.now()
  await ended(start(['record', GATE, '--result', 'passed', '--command', 'x'], NOWHERE, aFolder('data')))
  usual = performance.now() - began
})

function start(words: readonly string[], env: Readonly<Record<string, string>>, data: string): ChildProcess {
  const all = { ...withoutGit(), ...GIT_TEST_ENVIRONMENT, ...env, LANEKEEPER_DATA: data }
  return spawn(BIN, words, { cwd: repository.folder, env: all, stdio: 'ignore' })
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((done) => child.on('close', done))
}

/** Kills the process without a word, at some moment of its life; gives its status when it was faster. */
async function killed(child: ChildProcess, at: number): Promise<number | null> {
  const end = ended(child)
  await Promise.race([sleep(at), end])
  child.kill('SIGKILL')
  return end
}

/** Moments spread over the life of a command, the later part of which writes and sends. */
const moments = () => Array.from({ length: ROUNDS }, (_, at) => usual * (0.3 + (0.9 * at) / ROUNDS))

const commandsKept = (server: RecordingServer) => [...server.kept.values()].map(({ body }) => String(body.command)).sort()
const drafts = (data: string) => readdirSync(join(data, 'spool')).filter((name) => name.endsWith('.draft'))

describe('kill -9 at any moment', () => {
  it('of record: what it had said to keep is delivered by flush, once, and nothing twice', async () => {
    const data = aFolder('data')
    const server = await aRecordingServer()
    const promised: string[] = []
    for (const [at, moment] of moments().entries()) {
      // Every other one finds the server away, so that the promise is the spool's.
      const env = at % 2 === 0 ? server.env : NOWHERE
      const status = await killed(start(['record', GATE, '--result', 'passed', '--command', `record ${at}`], env, data), moment)
      if (status === 0 || status === 3) promised.push(`record ${at}`)
    }
    if (existsSync(join(data, 'spool'))) expect(await ended(start(['flush'], server.env, data))).toBe(0)
    const kept = commandsKept(server)
    expect(kept).toEqual([...new Set(kept)])
    expect(kept).toEqual(expect.arrayContaining(promised.sort()))
    if (existsSync(join(data, 'spool'))) expect(readdirSync(join(data, 'spool')).filter((name) => name.endsWith('.json'))).toEqual([])
  })

  it('of flush: every item is delivered in the end, once, whatever was under way', async () => {
    const data = aFolder('data')
    const server = await aRecordingServer()
    const all = Array.from({ length: ROUNDS }, (_, at) => `flush ${at}`)
    for (const command of all)
      expect(await ended(start(['record', GATE, '--result', 'passed', '--command', command], NOWHERE, data))).toBe(3)
    for (const moment of moments()) await killed(start(['flush'], server.env, data), moment)
    await Promise.all([ended(start(['flush'], server.env, data)), ended(start(['flush'], server.env, data))])
    expect(commandsKept(server)).toEqual(all.sort())
    expect(drafts(data)).toEqual([])
    expect(readdirSync(join(data, 'spool'))).toEqual([])
  })

  it('of the server: what it kept and could not answer is kept once', async () => {
    const data = aFolder('data')
    let breaks = 0
    const server = await aRecordingServer(({ body, headers }) => {
      // It keeps the request and breaks off before the answer, every first time.
      if (body === null || server.kept.has(String(headers['idempotency-key'])) || breaks++ % 2 === 1) return undefined
      server.keep({ body, headers })
      return null
    })
    const all = Array.from({ length: 6 }, (_, at) => `lost answer ${at}`)
    for (const command of all) await ended(start(['record', GATE, '--result', 'passed', '--command', command], server.env, data))
    expect(await ended(start(['flush'], server.env, data))).toBe(0)
    expect(commandsKept(server)).toEqual(all)
  })
})
