import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { root, run, say } from './steps.mjs'

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

/** Brings the example in as any repository would come: its model by the CLI, its changes by the API. Twice does no harm. */
export async function bringDemo({ address, token }) {
  say('Bringing in examples/platform-monorepo (lanekeeper sync) …')
  const code = await run(process.execPath, ['bin/lanekeeper', 'sync', '--repo', 'examples/platform-monorepo'], {
    env: { LANEKEEPER_URL: address, LANEKEEPER_TOKEN: token },
    quiet: true,
  })
  if (code !== 0) return say('The example could not be brought in; what went wrong stands above. The server runs on.')
  const folder = join(root, 'examples', 'changes')
  for (const name of readdirSync(folder)
    .filter((each) => each.endsWith('.diff'))
    .sort()) {
    const answer = await fetch(`${address}/api/v1/plans`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'idempotency-key': `example-change-${name}` },
      body: JSON.stringify({ diff: readFileSync(join(folder, name), 'utf8') }),
    })
    if (!answer.ok) say(`${name} could not be planned: ${await answer.text()}`)
  }
}
