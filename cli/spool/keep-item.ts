import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { CommandFault } from '#cli/command-fault.ts'
import { visible } from '#lib/wording/fit-text.ts'
import { makeSpoolFolder } from './spool-folder.ts'
import type { SpoolItem } from './spool-item.ts'

/** What the spool may hold. */
export const SPOOL_CAPACITY = 64 * 1024 * 1024

/**
 * Keeps an item so that neither a crash nor a power cut loses it once this returns: written under another name, brought to the disk,
 * renamed, and the folder brought to the disk. Gives the file's name; names sort by age. Faults when the spool is full or cannot be
 * written.
 */
export function keepItem(folder: string, item: SpoolItem): string {
  makeSpoolFolder(folder)
  const bytes = Buffer.from(`${JSON.stringify(item)}\n`)
  if (spoolSize(folder) + bytes.length > SPOOL_CAPACITY) {
    throw new CommandFault(
      'spool-full',
      `The spool ${visible(folder)} holds all it may (64 MiB); this is not kept.`,
      'Run lanekeeper flush when the server can be reached.',
    )
  }
  const name = `${item.madeAt.replace(/\D/g, '')}-${item.key}.json`
  writeDurably(folder, name, bytes)
  return name
}

/** Writes a file of its whole text or none, for this user alone. */
export function writeDurably(folder: string, name: string, bytes: Uint8Array): void {
  const draft = join(folder, `${name}.draft`)
  try {
    const file = openSync(draft, 'w', 0o600)
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(draft, join(folder, name))
    syncFolder(folder)
  } catch (cause) {
    removeQuietly(draft)
    throw new CommandFault(
      'spool-unusable',
      `${visible(join(folder, name))} cannot be written: ${visible(cause instanceof Error ? cause.message : String(cause))}.`,
      'Make room on the disk, or set LANEKEEPER_DATA to a folder that this user may write.',
      { cause },
    )
  }
}

/** What cannot be removed is swept up later; why it could not be written is what a person needs to hear. */
function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // See above.
  }
}

/** Brings the names in a folder to the disk; some systems cannot, and need not. */
export function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r')
    try {
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (!['EISDIR', 'EPERM', 'EINVAL', 'ENOTSUP'].includes(String(code))) throw error
  }
}

function spoolSize(folder: string): number {
  return readdirSync(folder)
    .map((name) => statSync(join(folder, name), { throwIfNoEntry: false }))
    .reduce((sum, seen) => sum + (seen?.isFile() === true ? seen.size : 0), 0)
}
