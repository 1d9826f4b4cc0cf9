import { spawn } from 'node:child_process'
import { bytesOf, joinBytes, textOf } from '#cli/bytes.ts'
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

/** Settings of the repository that could run a program or change an answer are overruled: a repository is input, not an authority. */
export const GIT_OVERRULES = ['core.hooksPath=/dev/null', 'core.fsmonitor=false', 'diff.external=', 'diff.orderFile=/dev/null'].flatMap(
  (setting) => ['-c', setting],
)

/** Runs git without a shell and gives its answer, whatever the status. Faults when git is not there or does not end. */
export function runGit(place: GitPlace, args: readonly string[]): Promise<GitAnswer> {
  return new Promise((resolve, reject) => {
    const git = spawn('git', [...GIT_OVERRULES, ...args], {
      cwd: place.folder,
      env: place.env,
      timeout: TIMEOUT_MS,
      windowsHide: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const [out, words]: [Uint8Array[], Uint8Array[]] = [[], []]
    git.stdout.on('data', (chunk: Buffer) => out.push(bytesOf(chunk)))
    git.stderr.on('data', (chunk: Buffer) => words.push(bytesOf(chunk)))
    git.on('error', (error) => reject(gitFault(args, error, '')))
    git.on('close', (status, signal) => {
      const stderr = textOf(joinBytes(words))
      if (status !== null) resolve({ status, stdout: joinBytes(out), stderr })
      else reject(gitFault(args, new Error(`it was ended by ${signal} (after ${TIMEOUT_MS / 1000} s it is)`), stderr))
    })
  })
}

/** The fault for a git that could not be started, or did not end by itself. */
export function gitFault(args: readonly string[], error: NodeJS.ErrnoException, stderr: string): CommandFault {
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
