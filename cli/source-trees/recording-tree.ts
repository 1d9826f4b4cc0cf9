import type { SourceTree } from '#lib/model/source-tree.ts'

/** A tree that remembers what was read from it. */
export interface RecordingTree {
  readonly tree: SourceTree
  /** Every file that was read and is there, by path. */
  readonly read: ReadonlyMap<string, Uint8Array>
}

/** Wraps a tree so that exactly the files a reader looks at are known afterwards. */
export function recordingTree(source: SourceTree): RecordingTree {
  const read = new Map<string, Uint8Array>()
  return {
    read,
    tree: {
      list: (folder) => source.list(folder),
      read: (path) => {
        const bytes = source.read(path)
        if (bytes !== null) read.set(path, bytes)
        return bytes
      },
    },
  }
}
