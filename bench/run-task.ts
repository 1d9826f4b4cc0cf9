import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Tasks } from './tasks/tasks.ts'

const WORKER = fileURLToPath(new URL('./route-worker.mjs', import.meta.url))

/** Does a task in a process of its own and gives what it found. A process that fails stops the run with what it said. */
export function runTask<Name extends keyof Tasks>(
  name: Name,
  request: Parameters<Tasks[Name]>[0] | null,
): Awaited<ReturnType<Tasks[Name]>> {
  const child = spawnSync(process.execPath, ['--expose-gc', '--max-old-space-size=3072', WORKER, name, JSON.stringify(request)], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (child.status !== 0) throw new Error(`${name} ${JSON.stringify(request)} failed: ${child.stderr}`)
  // The worker writes what the task of this name returned.
  return JSON.parse(child.stdout) as Awaited<ReturnType<Tasks[Name]>>
}
