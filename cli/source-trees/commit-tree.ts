import { textOf } from '#cli/bytes.ts'
import { CommandFault } from '#cli/command-fault.ts'
import type { GitObjects } from '#cli/git/git-objects.ts'
import type { SourceTree } from '#lib/model/source-tree.ts'

/** The files of a commit, read without touching the work tree. */
export interface CommitTree {
  /**
   * Gives what `ask` makes of the commit's files. `ask` looks at the tree as if it were at hand and is called again, with more of it,
   * until nothing it looks at is unread; it must therefore be a function of the tree alone.
   */
  settle<T>(ask: (tree: SourceTree) => T): Promise<T>
}

/** More rounds than any chain of files that name files could need. */
const MOST_ROUNDS = 12

/** The tree of a commit below `prefix` (empty, or ending in `/`). */
export function commitTree(objects: GitObjects, commit: string, prefix = ''): CommitTree {
  const folders = new Map<string, Promise<ReadonlyMap<string, boolean>>>()
  const files = new Map<string, Uint8Array | null>()
  const lists = new Map<string, readonly string[]>()

  function entriesOf(folder: string): Promise<ReadonlyMap<string, boolean>> {
    const known = folders.get(folder)
    if (known !== undefined) return known
    const name = folder === '' ? prefix.replace(/\/$/, '') : `${prefix}${folder}`
    const entries = objects
      .read(`${commit}:${name}`)
      .then((found) => (found.state === 'found' && found.type === 'tree' ? entriesOfTree(found.bytes, found.id) : new Map()))
    folders.set(folder, entries)
    return entries
  }

  async function readFile(path: string): Promise<Uint8Array | null> {
    if (isUnaskable(path)) return null
    const at = path.lastIndexOf('/')
    const entries = await entriesOf(at < 0 ? '' : path.slice(0, at))
    const isLink = entries.get(path.slice(at + 1))
    if (isLink === undefined) return null
    const found = await objects.read(`${commit}:${prefix}${path}`)
    if (found.state === 'found') return found.type === 'blob' ? found.bytes : null
    if (isLink || path.includes('\ufffd')) return null
    // Git lists the file and does not have it. Reading on as if it were absent would be a smaller model.
    throw new CommandFault(
      'git-failed',
      `git lists ${path} in ${commit} and cannot read it.`,
      'Run git fsck, or fetch the repository again.',
    )
  }

  async function listFolder(folder: string): Promise<readonly string[]> {
    const clean = folder === '.' ? '' : folder.replace(/\/+$/, '')
    if (clean !== '' && isUnaskable(clean)) return []
    const entries = await entriesOf(clean)
    return [...entries.keys()].map((name) => (clean === '' ? name : `${clean}/${name}`)).sort()
  }

  return {
    settle: async (ask) => {
      for (let round = 0; round < MOST_ROUNDS; round += 1) {
        const unread = new Set<string>()
        const unlisted = new Set<string>()
        const answer = ask({
          read: (path) => {
            const known = files.get(path)
            if (known === undefined) unread.add(path)
            return known ?? null
          },
          list: (folder) => {
            const known = lists.get(folder)
            if (known === undefined) unlisted.add(folder)
            return known ?? []
          },
        })
        if (unread.size === 0 && unlisted.size === 0) return answer
        await Promise.all([
          ...[...unread].map(async (path) => files.set(path, await readFile(path))),
          ...[...unlisted].map(async (folder) => lists.set(folder, await listFolder(folder))),
        ])
      }
      throw new Error(`the files of ${commit} are not read in ${MOST_ROUNDS} rounds`)
    },
  }
}

/** A question to git is one line, and a path in it is relative to the tree: anything else names no file of the commit. */
function isUnaskable(path: string): boolean {
  return /[\0\n]/.test(path) || path.split('/').some((segment) => segment === '' || segment === '.' || segment === '..')
}

/** The files of a tree object (`<mode> <name>NUL<id>` again and again), and whether each is a symbolic link; folders and submodules are left out. */
function entriesOfTree(bytes: Uint8Array, id: string): ReadonlyMap<string, boolean> {
  const entries = new Map<string, boolean>()
  const idLength = id.length / 2
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(32, at)
    const end = bytes.indexOf(0, space)
    if (space < 0 || end < 0) break
    const mode = textOf(bytes.subarray(at, space))
    if (mode.startsWith('100') || mode === '120000') entries.set(textOf(bytes.subarray(space + 1, end)), mode === '120000')
    at = end + 1 + idLength
  }
  return entries
}
