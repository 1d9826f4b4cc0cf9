import type { RecordingTree } from '#cli/source-trees/recording-tree.ts'
import type { SourceTree } from '#lib/model/source-tree.ts'

/**
 * Everything of a tree that a reader looked at: the text of each file, null for one that is not there, and the files of each folder. The
 * texts themselves are kept, and not their digests: comparing them costs less than the first digest does.
 */
export interface Reading {
  readonly files: readonly (readonly [string, string | null])[]
  readonly folders: readonly (readonly [string, readonly string[]])[]
}

/** What a recording tree was asked, and what it answered; null when a file is not UTF-8 and so has no text that stands for it. */
export function readingOf({ files, folders }: RecordingTree): Reading | null {
  const texts: (readonly [string, string | null])[] = []
  for (const [path, bytes] of files) {
    const text = bytes === null ? null : exactText(bytes)
    if (text === undefined) return null
    texts.push([path, text])
  }
  return { files: texts, folders: [...folders] }
}

/** True when the tree answers every question as it did then: a reader would read the very same. */
export function readsTheSame({ files, folders }: Reading, tree: SourceTree): boolean {
  return (
    folders.every(([folder, names]) => {
      const now = tree.list(folder)
      return now.length === names.length && now.every((name, at) => name === names[at])
    }) &&
    files.every(([path, text]) => {
      const now = tree.read(path)
      return now === null ? text === null : exactText(now) === text
    })
  )
}

/** The one text that these bytes encode, byte order mark included; undefined when they encode none. */
function exactText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}
