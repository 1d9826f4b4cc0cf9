import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Connection } from '#cli/server/connection.ts'
import type { Exchange, ServerProblem } from '#cli/server/exchange.ts'
import { dropItem, sendItem } from './deliver.ts'
import { syncFolder, writeDurably } from './keep-item.ts'
import { describeItem, readSpoolItem, type SpoolItem } from './spool-item.ts'

/** Where what the server does not want is put aside, each with the server's problem beside it. */
export const REFUSED_FOLDER = 'refused'

const DAY_MS = 24 * 60 * 60 * 1000

export interface FlushReport {
  readonly delivered: number
  readonly refused: readonly { readonly file: string; readonly about: string; readonly problem: ServerProblem }[]
  /** How many still wait. */
  readonly left: number
  /** What ended it early; null when everything was tried. */
  readonly stopped: Exclude<Exchange, { outcome: 'answered' }> | null
}

/** The files of the items that wait, oldest first. */
export function waitingItems(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

/**
 * Delivers what waits, oldest first. An item leaves the spool only when the server has said that it keeps it; one that the server refuses
 * is put aside with the problem. A server that is not reached, or does not know the token, ends it: everything left waits on.
 */
export async function flushSpool(folder: string, connection: Connection): Promise<FlushReport> {
  removeOldDrafts(folder)
  const names = waitingItems(folder)
  const refused: FlushReport['refused'][number][] = []
  let delivered = 0
  for (const [at, name] of names.entries()) {
    const text = readIfThere(join(folder, name))
    // Another flush was faster.
    if (text === null) continue
    const item = readSpoolItem(text)
    const came = item === null ? UNREADABLE : await sendItem(connection, item)
    if (came.outcome === 'answered') {
      dropItem(folder, name)
      delivered += 1
    } else if (came.outcome === 'refused' && !isAboutTheToken(came.problem)) {
      putAside(folder, name, came.problem)
      refused.push({ file: join(folder, REFUSED_FOLDER, name), about: about(item), problem: came.problem })
    } else return { delivered, refused, left: names.length - at, stopped: came }
  }
  return { delivered, refused, left: 0, stopped: null }
}

/** A token can be put right; what was to be sent is not at fault. */
export function isAboutTheToken({ status }: ServerProblem): boolean {
  return status === 401 || status === 403
}

/** The problem is there before the item is: an item without a word beside it would be a riddle. */
export function putAside(folder: string, name: string, problem: ServerProblem): void {
  const aside = join(folder, REFUSED_FOLDER)
  mkdirSync(aside, { recursive: true, mode: 0o700 })
  writeDurably(aside, name.replace(/\.json$/, '.problem'), Buffer.from(`${JSON.stringify(problem, null, 2)}\n`))
  try {
    renameSync(join(folder, name), join(aside, name))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
  syncFolder(aside)
  syncFolder(folder)
}

const UNREADABLE: Exchange = {
  outcome: 'refused',
  problem: { status: 0, code: 'unreadable', detail: 'The file is not what the spool writes, so it was not sent.', errors: [] },
}

function about(item: SpoolItem | null): string {
  return item === null ? 'unreadable' : describeItem(item)
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** What a crash left half-written was never promised to anybody. */
function removeOldDrafts(folder: string): void {
  for (const name of readdirIfThere(folder)) {
    if (!name.endsWith('.draft')) continue
    const seen = statSync(join(folder, name), { throwIfNoEntry: false })
    if (seen !== undefined && Date.now() - seen.mtimeMs > DAY_MS) rmSync(join(folder, name), { force: true })
  }
}

function readdirIfThere(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
