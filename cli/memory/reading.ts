import { createHash } from 'node:crypto'
import type { RecordingTree } from '#cli/source-trees/recording-tree.ts'
import type { SourceTree } from '#lib/model/source-tree.ts'

/** Everything of a tree that a reader looked at: the digest of each file, null for one that is not there, and the files of each folder. */
export interface Reading {
  readonly files: readonly (readonly [string, string | null])[]
  readonly folders: readonly (readonly [string, readonly string[]])[]
}

/** What a recording tree was asked, and what it answered. */
export function readingOf({ files, folders }: RecordingTree): Reading {
  return { files: [...files].map(([path, bytes]) => [path, digestOf(bytes)] as const), folders: [...folders] }
}

/** True when the tree answers every question as it did then: a reader would read the very same. */
export function readsTheSame({ files, folders }: Reading, tree: SourceTree): boolean {
  return (
    folders.every(([folder, names]) => {
      const now = tree.list(folder)
      return now.length === names.length && now.every((name, at) => name === names[at])
    }) && files.every(([path, digest]) => digestOf(tree.read(path)) === digest)
  )
}

function digestOf(bytes: Uint8Array | null): string | null {
  return bytes === null ? null : createHash('sha256').update(bytes).digest('hex')
}
