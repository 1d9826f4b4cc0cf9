import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { SourceTree } from '#lib/model/source-tree.ts'

/** A tree of the given texts, by path. */
export function aSourceTree(files: Readonly<Record<string, string>>): SourceTree {
  const encoder = new TextEncoder()
  return {
    read: (path) => {
      const text = files[path]
      return text === undefined ? null : encoder.encode(text)
    },
    list: (folder) =>
      Object.keys(files)
        .filter((path) => path.startsWith(`${folder}/`) && !path.slice(folder.length + 1).includes('/'))
        .sort(),
  }
}

/** Every file of a folder on disk, by its path within the folder, sorted. */
export function folderFiles(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(root.length + 1))
    .sort()
}

/** A folder on disk as a tree. */
export function diskTree(root: string): SourceTree {
  return {
    read: (path) => (existsSync(`${root}/${path}`) ? readFileSync(`${root}/${path}`) : null),
    list: (folder) =>
      existsSync(`${root}/${folder}`)
        ? readdirSync(`${root}/${folder}`, { withFileTypes: true })
            .filter((entry) => entry.isFile())
            .map((entry) => `${folder}/${entry.name}`)
            .sort()
        : [],
  }
}
