import { closeSync, constants, fstatSync, openSync, readdirSync, readSync, realpathSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { SourceTree } from '#lib/model/source-tree.ts'

/** Of a larger file only this much is read: readers refuse files far smaller than this. */
const MOST_BYTES = 16 * 1024 * 1024

/**
 * The files of a folder as they are on disk. A path whose links lead out of the folder is not there, and neither is anything that is
 * not a file: a repository cannot make a command read, or wait for, something of the machine it runs on.
 */
export function workingTree(folder: string): SourceTree {
  const root = realpathSync.native(folder)
  return {
    read: (path) => {
      const real = realPathInside(root, path)
      return real === null ? null : readRegularFile(real)
    },
    list: (path) => {
      const real = realPathInside(root, path)
      if (real === null || !isFolder(real)) return []
      const base = path === '' || path === '.' ? '' : `${path.replace(/\/+$/, '')}/`
      // A link is listed wherever it leads: a reader then finds that it cannot be read, and says so.
      return readdirSync(real, { withFileTypes: true })
        .filter((entry) => entry.isFile() || entry.isSymbolicLink())
        .map((entry) => `${base}${entry.name}`)
        .sort()
    },
  }
}

/** Those of some paths that are there and, links followed, lie outside of the folder. */
export function leadingOutside(folder: string, paths: readonly string[]): string[] {
  const root = realpathSync.native(folder)
  return paths.filter((path) => {
    try {
      return !isInside(root, realpathSync.native(join(root, path)))
    } catch {
      return false
    }
  })
}

function realPathInside(root: string, path: string): string | null {
  if (path.includes('\0')) return null
  try {
    const real = realpathSync.native(join(root, path))
    return isInside(root, real) ? real : null
  } catch {
    return null
  }
}

function isInside(root: string, real: string): boolean {
  return real === root || real.startsWith(root.endsWith(sep) ? root : root + sep)
}

function isFolder(real: string): boolean {
  return statSync(real, { throwIfNoEntry: false })?.isDirectory() === true
}

/** Opened without waiting, then looked at: a pipe in the place of a file would keep a reader waiting for ever. */
function readRegularFile(real: string): Uint8Array | null {
  const handle = openSync(real, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const seen = fstatSync(handle)
    if (!seen.isFile()) return null
    const bytes = new Uint8Array(Math.min(seen.size, MOST_BYTES))
    let taken = 0
    while (taken < bytes.length) {
      const read = readSync(handle, bytes, taken, bytes.length - taken, null)
      if (read === 0) break
      taken += read
    }
    return bytes.subarray(0, taken)
  } finally {
    closeSync(handle)
  }
}
