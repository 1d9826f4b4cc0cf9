import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { bytesOf, joinBytes, textOf } from '#cli/bytes.ts'
import { CommandFault } from '#cli/command-fault.ts'
import { GIT_OVERRULES, type GitPlace, gitFault } from './git-process.ts'

export type GitObject =
  | { readonly state: 'found'; readonly id: string; readonly type: string; readonly bytes: Uint8Array }
  /** A symbolic link that leads out of the repository: not followed. */
  | { readonly state: 'outside' }
  | { readonly state: 'missing' }
  | { readonly state: 'ambiguous' }

/** Reads objects by name through one git process, in the order they are asked for. */
export interface GitObjects {
  /** `name` is a revision expression without line breaks, such as `<commit>:path`. Links inside the repository are followed. */
  read(name: string): Promise<GitObject>
  /** Ends the process; whatever was asked for and is not answered yet faults. */
  close(): void
}

/** Of a larger object only this much is kept: readers refuse files far smaller than this. */
const MOST_BYTES = 16 * 1024 * 1024

interface Question {
  readonly name: string
  readonly resolve: (answer: GitObject) => void
  readonly reject: (error: Error) => void
}

interface Body {
  readonly head: readonly string[]
  readonly size: number
  taken: number
  readonly chunks: Uint8Array[]
}

/** Starts the process. It must be closed, or this process never ends. */
export function openGitObjects(place: GitPlace): GitObjects {
  const args = [...GIT_OVERRULES, 'cat-file', '--batch', '--follow-symlinks']
  const git: ChildProcessWithoutNullStreams = spawn('git', args, { cwd: place.folder, env: place.env, windowsHide: true })
  const waiting: Question[] = []
  let rest: Uint8Array = new Uint8Array()
  let body: Body | null = null
  let failure: Error | null = null
  let words = ''

  const fail = (error: Error) => {
    failure ??= error
    for (const question of waiting.splice(0)) question.reject(failure)
  }
  git.on('error', (error) => fail(gitFault(['cat-file'], error, words)))
  git.on('close', () =>
    fail(new CommandFault('git-failed', `git cat-file ended early: ${words.trim()}`, 'Run git fsck in the repository.')),
  )
  git.stdin.on('error', (error) => fail(gitFault(['cat-file'], error, words)))
  git.stderr.on('data', (chunk: Buffer) => {
    words += chunk.toString()
  })
  git.stdout.on('data', (chunk: Buffer) => {
    rest = rest.length === 0 ? bytesOf(chunk) : joinBytes([rest, bytesOf(chunk)])
    while (takeOne()) {
      // Each turn settles one question, or fills its answer; what is left over waits for the next chunk.
    }
  })

  /** Takes one answer, or a part of one, from what has arrived. False when more has to arrive first. */
  function takeOne(): boolean {
    const question = waiting[0]
    if (question === undefined) return false
    if (body === null) {
      // The name is part of some answers, and may hold spaces: what follows it is looked at, not what precedes it.
      const end = rest.indexOf(10)
      if (end < 0) return false
      const line = textOf(rest.subarray(0, end))
      rest = rest.subarray(end + 1)
      if (line === `${question.name} missing`) return settle({ state: 'missing' })
      if (line === `${question.name} ambiguous`) return settle({ state: 'ambiguous' })
      const head = line.split(' ')
      // An answer without a size has no body; a submodule's is one.
      if (!/^\d+$/.test(head.at(-1) ?? '')) return settle({ state: 'missing' })
      body = { head, size: Number(head.at(-1)), taken: 0, chunks: [] }
    }
    // One byte more than the object: the line break after it.
    const wanted = Math.min(body.size + 1 - body.taken, rest.length)
    if (body.taken < MOST_BYTES) body.chunks.push(rest.subarray(0, wanted))
    body.taken += wanted
    rest = rest.subarray(wanted)
    if (body.taken <= body.size) return false
    const { head, size, chunks } = body
    body = null
    return settle(answerOf(head, joinBytes(chunks).subarray(0, Math.min(size, MOST_BYTES))))
  }

  function settle(answer: GitObject): true {
    waiting.shift()?.resolve(answer)
    return true
  }

  return {
    read: (name) =>
      new Promise((resolve, reject) => {
        if (failure !== null) return reject(failure)
        waiting.push({ name, resolve, reject })
        git.stdin.write(`${name}\n`)
      }),
    close: () => {
      git.stdin.end()
      git.kill()
    },
  }
}

function answerOf(head: readonly string[], bytes: Uint8Array): GitObject {
  const [first, type] = head
  if (head.length === 3 && first !== undefined && type !== undefined) return { state: 'found', id: first, type, bytes }
  // `dangling`, `loop` and `notdir` all say that there is nothing at the end of the path.
  return first === 'symlink' ? { state: 'outside' } : { state: 'missing' }
}
