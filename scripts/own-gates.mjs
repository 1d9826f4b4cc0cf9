import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './steps.mjs'

/*
 * Says which of the gates that our own change needs were run by the `npm test` just before, by our own plan. A gate whose
 * command none of its checks covers, or whose check failed, is a failure; one that nobody has said how to run is named.
 */

const COVERS = [
  [/--project unit\b/, 'unit'],
  [/--project properties\b/, 'properties'],
  [/--project database\b/, 'database, embedded'],
  [/playwright test/, 'end to end'],
  [/next build/, 'end to end'],
  [/\btsc\b/, 'types'],
  [/\bbiome\b/, 'style'],
  [/scripts\/db\.ts check/, 'migrations'],
  [/bin\/lanekeeper/, 'own model'],
  [/planted-faults/, 'planted faults'],
]

const results = new Map(JSON.parse(readFileSync(join(root, '.cache', 'checks.json'), 'utf8')).map(({ name, state }) => [name, state]))
const plan = planOwnChange()
let missing = 0
for (const { id, run } of plan.gates) {
  const check = run === null ? null : COVERS.find(([command]) => command.test(run))?.[1]
  const state = run === null ? 'NOT RUN' : (results.get(check) ?? 'NOT RUN')
  if (run !== null && state !== 'passed') missing += 1
  process.stdout.write(`${state.padEnd(8)} ${id}${run === null ? '  (nobody has said how to run it)' : ''}\n`)
}
process.stdout.write(
  `own gates: ${plan.gates.length} required by ${plan.files.length} changed paths, ${missing} with a command and not passed\n`,
)
process.exitCode = missing === 0 ? 0 : 1

// A first commit and a shallow clone have nothing to start from: then every tracked file counts as changed.
function planOwnChange() {
  const command = join(root, 'bin', 'lanekeeper')
  const hasParent = spawnSync('git', ['rev-parse', '--verify', '--quiet', 'HEAD~1'], { cwd: root }).status === 0
  const options = hasParent ? ['--base', 'HEAD~1'] : ['--files-from', '-']
  const input = hasParent || !existsSync(join(root, '.git')) ? '' : spawnSync('git', ['ls-files', '-z'], { cwd: root }).stdout
  const planned = spawnSync(process.execPath, [command, 'plan', ...options, '--json'], {
    cwd: root,
    input,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  })
  if (planned.status !== 0) throw new Error(planned.stderr || planned.stdout)
  return JSON.parse(planned.stdout)
}
