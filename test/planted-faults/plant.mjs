import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { faults } from './faults.mjs'

/*
 * Plants each fault into a copy of the rules and runs the properties on it. A fault that no property finds is a failure:
 * the properties would not have protected anybody from it.
 */

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const fields = join(root, '.cache', 'planted-faults')
const specifications = readdirSync(join(root, 'lib', 'rules'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.test.ts'))
  .map((path) => ({ path: join('lib', 'rules', path), text: readFileSync(join(root, 'lib', 'rules', path), 'utf8') }))
const waiting = [...faults.entries()]
let survived = 0

await Promise.all(Array.from({ length: availableParallelism() }, (_, worker) => work(join(fields, String(worker)))))
rmSync(fields, { recursive: true, force: true })
process.stdout.write(`planted-faults: ${faults.length - survived} passed, ${survived} failed, 0 skipped\n`)
process.exit(survived === 0 ? 0 : 1)

async function work(field) {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const [at, fault] = next
    const began = performance.now()
    plant(field, fault)
    const found = await propertyFails(field, fault.property)
    if (!found) survived += 1
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    process.stdout.write(`${found ? 'found   ' : 'SURVIVED'} ${String(at + 1).padStart(2)}/${faults.length} ${fault.name} (${seconds} s)\n`)
  }
}

function plant(field, { file, find, replace }) {
  rmSync(field, { recursive: true, force: true })
  mkdirSync(field, { recursive: true })
  for (const part of [
    'lib/model',
    'lib/rules',
    'test/builders',
    'test/expect-same.ts',
    'test/summary-reporter.ts',
    'package.json',
    'vitest.config.ts',
    'tsconfig.json',
  ]) {
    cpSync(join(root, part), join(field, part), { recursive: true })
  }
  const text = readFileSync(join(field, file), 'utf8')
  if (text.split(find).length !== 2) throw new Error(`${file} must contain exactly once: ${find}`)
  writeFileSync(
    join(field, file),
    text.replace(find, () => replace),
  )
}

/** Runs only the files that hold a test of that name, until the first that fails. */
async function propertyFails(field, name) {
  const files = specifications.filter(({ text }) => text.includes(name)).map(({ path }) => path)
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const stdout = await outputOf(
    [vitest, 'run', ...(files.length > 0 ? files : ['lib/rules']), '-t', name, '--root', field, '--bail', '1'],
    field,
  )
  const [, passed, failed] = /vitest: (\d+) passed, (\d+) failed/.exec(stdout) ?? []
  if (passed === undefined || Number(passed) + Number(failed) === 0) throw new Error(`no test is named "${name}":\n${stdout}`)
  return Number(failed) > 0
}

function outputOf(words, cwd) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words, { cwd, stdio: ['ignore', 'pipe', 'ignore'] })
    let stdout = ''
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      stdout += chunk
    })
    child.once('error', reject)
    child.once('close', () => resolve(stdout))
  })
}
