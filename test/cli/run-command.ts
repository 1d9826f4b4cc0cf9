import { main } from '#cli/main.ts'
import type { ModelMemory } from '#cli/memory/model-memory.ts'
import type { Terminal } from '#cli/terminal.ts'
import { GIT_TEST_ENVIRONMENT, withoutGit } from '#test/git-repository.ts'

export interface CommandRun {
  readonly exit: number
  readonly out: string
  readonly notes: string
}

export interface Surroundings {
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
  readonly input?: string | Uint8Array
  readonly isPerson?: boolean
  readonly columns?: number
  readonly memory?: ModelMemory
}

/** Runs a command in this process and gives what it printed. */
export async function runCommand(words: readonly string[], around: Surroundings): Promise<CommandRun> {
  let out = ''
  let notes = ''
  const { input = '' } = around
  const terminal: Terminal = {
    print: (text) => {
      out += text
    },
    note: (text) => {
      notes += text
    },
    readInput: async () => (typeof input === 'string' ? new TextEncoder().encode(input) : input),
    env: { ...withoutGit(), ...GIT_TEST_ENVIRONMENT, ...around.env },
    cwd: around.cwd,
    memory: around.memory ?? null,
    columns: around.columns ?? null,
    isPerson: around.isPerson ?? false,
  }
  const exit = await main(words, terminal)
  return { exit, out, notes }
}

/** What `--json` prints: exactly one document. */
export function documentOf<T>(run: CommandRun): T {
  return JSON.parse(run.out) as T
}
