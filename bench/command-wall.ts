import { spawnSync } from 'node:child_process'

/** A command as it is run and as it is shown. */
export interface TimedCommand {
  readonly name: 'node' | 'list' | 'range' | 'nx'
  readonly shown: string
  readonly words: readonly string[]
}

/** Milliseconds on the wall of a command, run by run. */
export interface CommandRuns {
  readonly name: TimedCommand['name']
  readonly command: string
  readonly wall: readonly number[]
}

/** Runs a command once and gives its milliseconds on the wall. One that fails stops the run with what it said. */
export function wallOf(words: readonly string[], cwd: string): number {
  const [program = '', ...args] = words
  const started = performance.now()
  // Without a daemon, as nx does by itself where continuous integration runs.
  const { status, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8', env: { ...process.env, NX_DAEMON: 'false' } })
  const wall = performance.now() - started
  if (status !== 0) throw new Error(`${words.join(' ')} ended with ${status}: ${stderr}`)
  return wall
}
