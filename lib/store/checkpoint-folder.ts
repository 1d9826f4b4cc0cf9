import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { makeDataFolder } from './data-folder.ts'
import type { Database } from './database.ts'
import { FolderLocked, lockFolder } from './folder-lock.ts'
import { flushFolder, keepNewFile } from './new-file.ts'

/** Where signed checkpoints are kept, outside the database: a small file each, named by how many entries it signs for. */
export interface CheckpointFolder {
  /** The sizes that are signed for, ascending. */
  sizes(): number[]
  /** The note for a size. */
  read(size: number): string
  /** Keeps a note; false when there is one for that size, which stays. */
  keep(size: number, note: string): boolean
  /** Moves notes to a folder of their own beside the others, where they no longer count, and keeps them. */
  setAside(sizes: readonly number[], name: string): void
  /** Does something that one process at a time may do; false, and nothing is done, while another does. */
  alone(work: () => Promise<void>): Promise<boolean>
}

const NOTE = /^(embedded|postgresql)-(\d{16})\.note$/

/**
 * Opens `checkpoints` in a data folder for a kind of database, and makes it when it is not there: whoever tries the embedded database and then
 * a server has two histories. Throws `DataFolderUnusable`.
 */
export function openCheckpointFolder(dataFolder: string, engine: Database['engine']): CheckpointFolder {
  const folder = folderIn(dataFolder)
  makeDataFolder(folder)
  const nameOf = (size: number) => `${engine}-${String(size).padStart(16, '0')}.note`
  const pathOf = (size: number) => join(/*turbopackIgnore: true*/ folder, nameOf(size))
  return {
    sizes: () =>
      notesIn(folder)
        .flatMap((note) => (note.engine === engine ? [note.size] : []))
        .sort((a, b) => a - b),
    read: (size) => readFileSync(/*turbopackIgnore: true*/ pathOf(size), 'utf8'),
    keep: (size, note) => keepNewFile(pathOf(size), note, 0o644),
    setAside(sizes, name) {
      const aside = join(/*turbopackIgnore: true*/ folder, 'set-aside', name)
      mkdirSync(/*turbopackIgnore: true*/ aside, { recursive: true, mode: 0o700 })
      for (const size of sizes) renameSync(/*turbopackIgnore: true*/ pathOf(size), join(/*turbopackIgnore: true*/ aside, nameOf(size)))
      flushFolder(aside)
      flushFolder(folder)
    },
    async alone(work) {
      let unlock: () => void
      try {
        unlock = lockFolder(join(/*turbopackIgnore: true*/ folder, 'lock'))
      } catch (error) {
        if (error instanceof FolderLocked) return false
        throw error
      }
      try {
        await work()
        return true
      } finally {
        unlock()
      }
    },
  }
}

/** Whether anything was signed for in a data folder, of whatever database. */
export function hasCheckpoints(dataFolder: string): boolean {
  const folder = folderIn(dataFolder)
  return existsSync(/*turbopackIgnore: true*/ folder) && notesIn(folder).length > 0
}

function folderIn(dataFolder: string): string {
  return join(/*turbopackIgnore: true*/ dataFolder, 'checkpoints')
}

function notesIn(folder: string) {
  return readdirSync(/*turbopackIgnore: true*/ folder).flatMap((name) => {
    const [, engine, size] = NOTE.exec(name) ?? []
    return size === undefined ? [] : [{ engine, size: Number(size) }]
  })
}
