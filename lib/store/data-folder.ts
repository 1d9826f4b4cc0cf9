import { accessSync, constants, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** The setting LANEKEEPER_DATA names something that cannot be our folder. */
export class DataFolderUnusable extends Error {
  constructor(folder: string, cause: unknown) {
    super(
      `LANEKEEPER_DATA must be a folder that can be written; ${folder} is not (${cause instanceof Error ? cause.message : String(cause)})`,
      {
        cause,
      },
    )
    this.name = 'DataFolderUnusable'
  }
}

/** Makes the folder, and those above it, when they are not there. Throws `DataFolderUnusable`. */
export function makeDataFolder(folder: string): void {
  try {
    makeFolder(folder)
    accessSync(/*turbopackIgnore: true*/ folder, constants.W_OK)
  } catch (error) {
    throw new DataFolderUnusable(folder, error)
  }
}

/** By hand: Node's own recursive form never returns where no folder can be made, such as in /proc. */
function makeFolder(folder: string): void {
  if (statSync(/*turbopackIgnore: true*/ folder, { throwIfNoEntry: false })?.isDirectory() === true) return
  const parent = dirname(folder)
  if (parent !== folder) makeFolder(parent)
  mkdirSync(/*turbopackIgnore: true*/ folder, { mode: 0o700 })
}
