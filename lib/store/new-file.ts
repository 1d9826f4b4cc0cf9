import { closeSync, fchmodSync, fsyncSync, linkSync, openSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Writes a file that was not there, whole or not at all, and waits for the disk. Gives back false, and leaves it as it is, when there is
 * one by that name: a file that is kept is never overwritten.
 */
export function keepNewFile(path: string, text: string, mode: number): boolean {
  const draft = `${path}.${process.pid}.draft`
  try {
    const file = openSync(/*turbopackIgnore: true*/ draft, 'w', mode)
    try {
      // Whatever the process takes away from new files: the mode is part of what is promised.
      fchmodSync(file, mode)
      writeSync(file, text)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    // A link, because a rename would replace what is there.
    linkSync(/*turbopackIgnore: true*/ draft, path)
    flushFolder(dirname(path))
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(/*turbopackIgnore: true*/ draft, { force: true })
  }
}

/** Waits until the disk has the names in a folder too. */
export function flushFolder(folder: string): void {
  const handle = openSync(/*turbopackIgnore: true*/ folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
