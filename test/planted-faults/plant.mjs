import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { faults } from './faults.mjs'

/*
 * Plants each fault into a copy of the rules and runs the properties on it. A fault that no property finds is a failure:
 * the properties would not have protected anybody from it.
 */

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const field = join(root, '.cache', 'planted-faults')
let survived = 0

for (const [at, fault] of faults.entries()) {
  const began = performance.now()
  plant(fault)
  const found = propertyFails(fault.property)
  if (!found) survived += 1
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  process.stdout.write(`${found ? 'found   ' : 'SURVIVED'} ${String(at + 1).padStart(2)}/${faults.length} ${fault.name} (${seconds} s)\n`)
}
rmSync(field, { recursive: true, force: true })
process.stdout.write(`planted-faults: ${faults.length - survived} passed, ${survived} failed, 0 skipped\n`)
process.exit(survived === 0 ? 0 : 1)

function plant({ file, find, replace }) {
  rmSync(field, { recursive: true, force: true })
  mkdirSync(field, { recursive: true })
  for (const part of [
    'lib/model',
    'lib/rules',
    'test/builders',
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

function propertyFails(name) {
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const { stdout } = spawnSync(process.execPath, [vitest, 'run', 'lib/rules', '-t', name, '--root', field], {
    cwd: field,
    encoding: 'utf8',
  })
  const [, passed, failed] = /vitest: (\d+) passed, (\d+) failed/.exec(stdout) ?? []
  if (passed === undefined || Number(passed) + Number(failed) === 0) throw new Error(`no test is named "${name}":\n${stdout}`)
  return Number(failed) > 0
}
