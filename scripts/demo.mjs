import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { makeHistory } from './demo-history.mjs'
import { tellPeople } from './demo-people.mjs'
import { LAST, tellStory } from './demo-story.mjs'
import { root, say } from './steps.mjs'

/** The example comes in with the embedded database, unless the settings say otherwise. */
export function isDemo({ LANEKEEPER_DEMO, DATABASE_URL }) {
  return (LANEKEEPER_DEMO ?? (DATABASE_URL ? '0' : '1')) === '1'
}

/** The token by which the example is brought in: the one that is set, or one of this data folder's own. */
export function demoToken({ LANEKEEPER_INIT_CI_TOKEN, LANEKEEPER_DATA = '.data' }) {
  if (LANEKEEPER_INIT_CI_TOKEN) return LANEKEEPER_INIT_CI_TOKEN
  const folder = resolve(root, LANEKEEPER_DATA)
  const file = join(folder, 'demo-ci-token')
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 })
  }
  return readFileSync(file, 'utf8').trim()
}

/**
 * Brings the example in as any repository would come: its model, its changes and what CI did with them, by the command line over the
 * API. What is there already is not brought twice.
 */
export async function bringDemo({
  address,
  token,
  data = process.env.LANEKEEPER_DATA ?? '.data',
  origin = process.env.LANEKEEPER_PUBLIC_URL ?? address,
}) {
  const folder = resolve(root, data, 'demo')
  const api = apiOf(address, token)
  const cli = commandLine({ address, token, folder: join(folder, 'platform-monorepo'), spool: folder })
  const sync = () => cli(['sync', '--repo', join(root, 'examples', 'platform-monorepo'), '--json'])
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const known = readKept(join(folder, 'story.json'))
    const people = (content, moment) => tellPeople({ api, address, origin, say, content: { gitCommit: content.gitCommit }, moment })
    if (known !== null && (await isThere(api, known.newest))) {
      await sync()
      await people(known.newest, known.moment)
      return await planChanges(api)
    }
    say('Bringing in examples/platform-monorepo by the command line (once, half a minute) …')
    const commits = makeHistory(join(folder, 'platform-monorepo'))
    const moment = known?.moment ?? Date.now()
    writeFileSync(join(folder, 'story.json'), JSON.stringify({ moment, newest: commits.newest }), { mode: 0o600 })
    if (!(await isThere(api, commits.newest)))
      await tellStory({ cli, api, say, sync, folder: join(folder, 'platform-monorepo'), commits, moment })
    await people(commits.newest, moment)
    await planChanges(api)
  } catch (error) {
    say(
      `The example could not be brought in whole: ${error instanceof Error ? error.message : error}\n  The server runs on; the next start goes on with it.`,
    )
  }
}

/** Every change of examples/changes as a stored plan. */
async function planChanges(api) {
  const folder = join(root, 'examples', 'changes')
  const names = readdirSync(folder).filter((each) => each.endsWith('.diff'))
  for (const name of names.sort()) await api.post('plans', { diff: readFileSync(join(folder, name), 'utf8') }, `example-change-${name}`)
}

async function isThere(api, { gitCommit }) {
  const found = await api.get(`evidence?${new URLSearchParams({ ...LAST, content: gitCommit, limit: '1' })}`)
  return found.items.length > 0
}

/** What is asked of the API itself. */
function apiOf(address, token) {
  const ask = async (endpoint, init) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const answer = await fetch(`${address}/api/v1/${endpoint}`, { ...init, headers: { ...headers, ...init.headers } })
    const document = await answer.json()
    // Before the first model there is nothing.
    if (document.code === 'no-model') return { items: [] }
    if (!answer.ok) throw new Error(`${endpoint} answered ${answer.status}: ${document.detail ?? ''}`)
    return document
  }
  return {
    get: (endpoint) => ask(endpoint, {}),
    post: (endpoint, body, key = `demo-${createHash('sha256').update(endpoint).digest('hex')}`) =>
      ask(endpoint, { method: 'POST', body: JSON.stringify(body), headers: { 'idempotency-key': key } }),
  }
}

/** The real command line, in the history. Gives what it prints, read as JSON where it is. */
function commandLine({ address, token, folder, spool }) {
  const env = { ...process.env, LANEKEEPER_URL: address, LANEKEEPER_TOKEN: token, LANEKEEPER_DATA: spool, NO_COLOR: '1' }
  return (words, { input = '', codes = [0] } = {}) =>
    new Promise((done, fail) => {
      const child = spawn(process.execPath, [join(root, 'bin', 'lanekeeper'), ...words], { cwd: folder, env, stdio: 'pipe' })
      let [out, notes] = ['', '']
      child.stdout.setEncoding('utf8').on('data', (text) => {
        out += text
      })
      child.stderr.setEncoding('utf8').on('data', (text) => {
        notes += text
      })
      child.on('error', fail)
      child.on('close', (code) => {
        if (!codes.includes(code)) fail(new Error(`lanekeeper ${words.slice(0, 3).join(' ')} ended with ${code}: ${notes.trim()}`))
        else done(words.includes('--json') ? JSON.parse(out) : out)
      })
      child.stdin.on('error', () => {})
      child.stdin.end(input)
    })
}

function readKept(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}
