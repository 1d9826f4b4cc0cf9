import { chmodSync, existsSync, lstatSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { CommandFault } from '#cli/command-fault.ts'
import { visible } from '#lib/wording/fit-text.ts'

/** Where what could not be delivered waits: `$LANEKEEPER_DATA/spool`, by default in `.data` of the repository. */
export function spoolFolder(root: string, env: Readonly<Record<string, string | undefined>>): string {
  const data = env.LANEKEEPER_DATA ?? ''
  return join(resolve(root, data === '' ? '.data' : data), 'spool')
}

/**
 * Makes the folder, for this user alone. What lies in it is posted with this user's token, so a folder of somebody else, or a link, is a
 * fault.
 */
export function makeSpoolFolder(folder: string): void {
  try {
    const isNew = !existsSync(dirname(folder))
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    // A repository that does not ignore the folder would find it among its new files.
    if (isNew) writeFileSync(join(dirname(folder), '.gitignore'), '*\n')
  } catch (cause) {
    throw unusable(folder, cause instanceof Error ? cause.message : String(cause), cause)
  }
  const seen = lstatSync(folder)
  if (!seen.isDirectory()) throw unusable(folder, 'it is no folder')
  const me = process.getuid?.()
  if (me === undefined) return
  if (seen.uid !== me) throw unusable(folder, 'it belongs to another user')
  if ((seen.mode & 0o077) !== 0) chmodSync(folder, 0o700)
}

function unusable(folder: string, why: string, cause?: unknown): CommandFault {
  return new CommandFault(
    'spool-unusable',
    `The spool ${visible(folder)} cannot be used: ${visible(why)}.`,
    'Set LANEKEEPER_DATA to a folder that this user may write.',
    { cause },
  )
}
