/** Where the files of a model come from: a working tree, a commit, or what a client sent. Paths are relative, with `/`. */
export interface SourceTree {
  /** The file's bytes, or null when there is no such file. */
  read(path: string): Uint8Array | null
  /** Paths of the files that lie directly in a folder, sorted; empty when there is no such folder. */
  list(folder: string): readonly string[]
}
