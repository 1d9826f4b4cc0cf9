import type { SourceTree } from '#lib/model/source-tree.ts'

/** A tree that remembers what was asked of it. */
export interface RecordingTree {
  readonly tree: SourceTree
  /** Every file that was read, by path; null for one that is not there. */
  readonly files: ReadonlyMap<string, Uint8Array | null>
  /** Every folder that was listed, with its files. */
  readonly folders: ReadonlyMap<string, readonly string[]>
}

/** Wraps a tree so that exactly what a reader looks at is known afterwards. */
export function recordingTree(source: SourceTree): RecordingTree {
  const files = new Map<string, Uint8Array | null>()
  const folders = new Map<string, readonly string[]>()
  return {
    files,
    folders,
    tree: {
      list: (folder) => {
        const names = source.list(folder)
        folders.set(folder, names)
        return names
      },
      read: (path) => {
        const bytes = source.read(path)
        files.set(path, bytes)
        return bytes
      },
    },
  }
}
