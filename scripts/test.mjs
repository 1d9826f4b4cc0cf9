import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { findBrowser } from './find-browser.mjs'
import { build, checkNode, generate, install, root, say, tool } from './steps.mjs'

/*
 * `npm test`: everything that shows that Lanekeeper does what it says. Runs all checks to the end, then says of each how
 * it went; a check that could not run is said as well.
 */

checkNode()
await install()
await generate()

const node = process.execPath
/** By itself vitest leaves one processor idle; nobody else works here now. */
const workers = `--maxWorkers=${availableParallelism()}`
const NO_POSTGRES = 69
const results = []
/** What failed, by name: said again at the end. */
const failures = []

// Each of these keeps one processor busy.
await Promise.all([
  check('types', [node, tool('next/dist/bin/next'), 'typegen'], [node, tool('typescript/bin/tsc'), '-p', '.']),
  (async () => {
    await check('style', [node, tool('@biomejs/biome/bin/biome'), 'ci', '.'])
    await check('migrations', [node, tool('tsx/dist/cli.mjs'), 'scripts/db.ts', 'check'])
    await check(
      'own model',
      [node, 'bin/lanekeeper', 'lint'],
      ['sh', '-c', 'git ls-files | bin/lanekeeper plan --files-from - --json > /dev/null'],
    )
  })(),
])
await check('unit', [node, tool('vitest/vitest.mjs'), 'run', '--project', 'unit', workers])
await check('properties', [node, tool('vitest/vitest.mjs'), 'run', '--project', 'properties', workers])
await check('database, embedded', [node, tool('vitest/vitest.mjs'), 'run', '--project', 'database', workers, { TEST_DATABASE_URL: '' }])
await checkOnPostgres()
await check('planted faults', [node, 'test/planted-faults/plant.mjs'])
await checkBuilt()

report()

async function checkOnPostgres() {
  // The demo is a story told over the API, which the embedded database has heard already; it asks nothing of an engine.
  const command = [node, tool('vitest/vitest.mjs'), 'run', '--project', 'database', workers, '--exclude', 'scripts/demo.db.test.ts']
  if (process.env.TEST_DATABASE_URL) return check('database, PostgreSQL', command)
  await checkOnThrowAway('database, PostgreSQL', command)
}

/** Runs a command with a PostgreSQL server of its own, where the machine has one. */
async function checkOnThrowAway(name, command) {
  say(`${name} …`)
  const began = performance.now()
  const { code, counts } = await attempt([node, 'scripts/with-postgres.mjs', ...command])
  if (code === NO_POSTGRES) {
    results.push({ name, state: 'NOT RUN', note: 'no PostgreSQL here: this ran on the embedded database only' })
  } else {
    keep(name, code, counts, began)
  }
}

/** What needs the built application: the pages in a browser, and the server killed while it works. */
async function checkBuilt() {
  await build()
  await checkInBrowser()
  const crash = [node, 'test/server-crash/kill-server.mjs']
  const onPostgres = () =>
    process.env.TEST_DATABASE_URL ? check('crash, PostgreSQL', crash) : checkOnThrowAway('crash, PostgreSQL', crash)
  await Promise.all([check('crash, embedded', [...crash, { TEST_DATABASE_URL: '' }]), onPostgres()])
}

async function checkInBrowser() {
  const browser = await findBrowser()
  if (browser === null) {
    results.push({
      name: 'end to end',
      state: 'FAILED',
      note: 'no Chromium found and none to be had from npm here: apt-get install chromium',
    })
    return
  }
  await check('end to end', [node, tool('@playwright/test/cli.js'), 'test', { E2E_CHROMIUM: browser }])
}

async function check(name, ...commands) {
  say(`${name} …`)
  const began = performance.now()
  const counts = { passed: 0, failed: 0, skipped: 0 }
  for (const command of commands) {
    const done = await attempt(command)
    for (const kind of Object.keys(counts)) counts[kind] += done.counts[kind]
    if (done.code !== 0) return keep(name, done.code, counts, began)
  }
  keep(name, 0, counts, began)
}

/** A check that counts no tests of its own counts as one; a failure is never counted as nothing. */
function keep(name, code, counts, began) {
  const failed = code === 0 ? counts.failed : Math.max(1, counts.failed)
  const passed = code === 0 && counts.passed === 0 ? 1 : counts.passed
  const note = `, ${Math.round((performance.now() - began) / 1000)} s`
  results.push({ name, state: failed === 0 ? 'passed' : 'FAILED', counts: { ...counts, passed, failed }, note })
}

function attempt([command, ...rest]) {
  const env = typeof rest.at(-1) === 'object' ? rest.pop() : {}
  const counts = { passed: 0, failed: 0, skipped: 0 }
  return new Promise((resolve) => {
    const child = spawn(command, rest, {
      cwd: root,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let line = ''
    child.stdout.on('data', (chunk) => {
      process.stdout.write(chunk)
      const lines = (line + chunk).split('\n')
      line = lines.pop() ?? ''
      for (const each of lines) addCounts(counts, each)
    })
    child.on('close', (code) => resolve({ code: code ?? 1, counts }))
  })
}

function addCounts(counts, line) {
  if (/^\w[\w-]* failed: /.test(line)) failures.push(line)
  const found = /^\w[\w-]*: (\d+) passed, (\d+) failed, (\d+) skipped$/.exec(line)
  if (found === null) return
  counts.passed += Number(found[1])
  counts.failed += Number(found[2])
  counts.skipped += Number(found[3])
}

function report() {
  mkdirSync(join(root, '.cache'), { recursive: true })
  writeFileSync(join(root, '.cache', 'checks.json'), JSON.stringify(results.map(({ name, state }) => ({ name, state }))))
  const total = { passed: 0, failed: 0, skipped: 0 }
  process.stdout.write(failures.length === 0 ? '\n' : `\n${failures.join('\n')}\n\n`)
  for (const { name, state, counts, note } of results) {
    const figures = counts === undefined ? '' : `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`
    process.stdout.write(`${state.padEnd(8)} ${name.padEnd(22)} ${figures}${note}\n`)
    for (const kind of Object.keys(total)) total[kind] += counts?.[kind] ?? (kind === 'failed' && state === 'FAILED' ? 1 : 0)
  }
  process.stdout.write(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`)
  process.exitCode = total.failed === 0 ? 0 : 1
}
