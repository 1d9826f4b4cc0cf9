import { execFile } from 'node:child_process'
import { bytesOf } from '#cli/bytes.ts'
import { CommandFault } from '#cli/command-fault.ts'

/** Where git runs, and with which environment. */
export interface GitPlace {
  readonly folder: string
  readonly env: NodeJS.ProcessEnv
}

export interface GitAnswer {
  readonly status: number
  readonly stdout: Uint8Array
  /** Git's own words, for a person; never decided on. */
  readonly stderr: string
}

const TIMEOUT_MS = 120_000
const MOST_OUTPUT = 1024 * 1024 * 1024

/** Settings of the repository that could run a program or change an answer are overruled: a repository is input, not an authority. */
export const GIT_OVERRULES = ['core.hooksPath=/dev/null', 'core.fsmonitor=false', 'diff.external=', 'diff.orderFile=/dev/null'].flatMap(
  (setting) => ['-c', setting],
)

/** Runs git without a shell and gives its answer, whatever the status. Faults when git is not there or does not end. */
export function runGit(place: GitPlace, args: readonly string[]): Promise<GitAnswer> {
  return new Promise((resolve, reject) => {
    const options = {
      cwd: place.folder,
      env: place.env,
      encoding: 'buffer',
      timeout: TIMEOUT_MS,
      maxBuffer: MOST_OUTPUT,
      windowsHide: true,
    } as const
    execFile('git', [...GIT_OVERRULES, ...args], options, (error, stdout, stderr) => {
      if (error === null) return resolve({ status: 0, stdout: bytesOf(stdout), stderr: stderr.toString() })
      if (typeof error.code === 'number') return resolve({ status: error.code, stdout: bytesOf(stdout), stderr: stderr.toString() })
      reject(gitFault(args, error, stderr.toString()))
    })
  })
}

/** The fault for a git that could not be started, or did not end by itself. */
export function gitFault(
  args: readonly string[],
  error: Error & { readonly code?: string | number | null | undefined },
  stderr: string,
): CommandFault {
  if (error.code === 'ENOENT') {
    return new CommandFault('git-absent', 'git could not be started.', 'Install git and see that it is on PATH.', { cause: error })
  }
  const words = stderr.trim() === '' ? error.message : stderr.trim()
  return new CommandFault(
    'git-failed',
    `git ${args[0] ?? ''} did not finish: ${words}`,
    'Run the same command by hand in the repository to see more.',
    {
      cause: error,
    },
  )
}

/** The answer of a git that must succeed. */
export async function requireGit(place: GitPlace, args: readonly string[]): Promise<Uint8Array> {
  const answer = await runGit(place, args)
  if (answer.status === 0) return answer.stdout
  throw new CommandFault(
    'git-failed',
    `git ${args[0] ?? ''} failed with status ${answer.status}: ${answer.stderr.trim()}`,
    'Run the same command by hand in the repository to see more.',
  )
}
