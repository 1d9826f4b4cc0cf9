import type { ModelSource } from '#lib/model/model-source.ts'
import type { SourceTree } from '#lib/model/source-tree.ts'

/** The files that a client sent, to be read like those of a working tree. */
export function sentSourceTree(sources: readonly ModelSource[]): SourceTree {
  const encoder = new TextEncoder()
  const byPath = new Map(sources.map((source) => [source.path, encoder.encode(source.text)]))
  const byFolder = new Map<string, string[]>()
  for (const path of byPath.keys()) {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')))
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), path])
  }
  return {
    read: (path) => byPath.get(path) ?? null,
    list: (folder) => (byFolder.get(folder) ?? []).toSorted(),
  }
}
