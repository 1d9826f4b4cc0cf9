import { CommandFault } from '#cli/command-fault.ts'
import { visibleText } from '#lib/model/visible-text.ts'
import type { GitObjects } from './git-objects.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\u0000-\u001f\u007f]/

/** Faults unless a revision can be handed to git as a name: an option in its place would be obeyed, a line break would be two names. */
export function refuseHostileRevision(option: string, revision: string): void {
  const refuse = (why: string) => {
    throw new CommandFault('revision-refused', `${option} ${why}: ${visibleText(revision)}`, `Give ${option} a branch, a tag or a commit.`)
  }
  if (revision === '') refuse('is empty')
  if (revision.startsWith('-')) refuse('looks like an option, not like a revision')
  if (revision.includes('..')) refuse('is a range; --base and --head take one revision each')
  if (CONTROL.test(revision)) refuse('holds control characters')
  if (revision.length > 1024) refuse('is too long for a revision')
}

/** The full id of the commit that a revision names. Faults, saying what to fetch, when this clone does not have it. */
export async function resolveCommit(objects: GitObjects, option: string, revision: string, shallow: boolean): Promise<string> {
  refuseHostileRevision(option, revision)
  const found = await objects.read(`${revision}^{commit}`)
  if (found.state === 'found') return found.id
  if (found.state === 'ambiguous') {
    throw new CommandFault(
      'revision-ambiguous',
      `${option} ${visibleText(revision)} names more than one object.`,
      'Write more of the id, or the full name of the branch.',
    )
  }
  const deepen = shallow ? ' This clone is shallow: with actions/checkout set fetch-depth: 0, elsewhere run git fetch --unshallow.' : ''
  throw new CommandFault(
    'revision-unknown',
    `${option} ${visibleText(revision)} is not a commit that this clone has.`,
    `Run: ${fetchCommand(revision)}${deepen}`,
  )
}

/** The command that brings a revision into this clone. */
export function fetchCommand(revision: string): string {
  const name = revision.replace(/^(?:refs\/remotes\/)?origin\//, '').replace(/[~^@:].*$/, '')
  if (name === '' || name === 'HEAD') return 'git fetch origin'
  const word = /^[\w./+-]+$/.test(name) ? name : `'${name.replaceAll("'", `'\\''`)}'`
  const lands = /^(?:refs\/remotes\/)?origin\//.test(revision) ? `${word}:refs/remotes/origin/${word}` : word
  return /^[\w./+-]+$/.test(name) ? `git fetch origin ${lands}` : `git fetch origin ${word}`
}
