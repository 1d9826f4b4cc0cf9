import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OperatingModel } from '#lib/model/operating-model.ts'
import type { Reading } from './reading.ts'

/**
 * Reading a model is a function of the files and of this program, so what was read once need not be read again. Nothing here decides: a
 * memory that is lost, torn or of another version is only a slower answer.
 */
export interface ModelMemory {
  /** A folder of this user alone. */
  readonly folder: string
  /** Names this very program; another one reads anew. */
  readonly version: string
}

/** A model, and what of a tree it was read from; null where the key alone names the content. */
export interface RememberedModel {
  readonly reading: Reading | null
  readonly model: OperatingModel
}

/** More models than this are not kept; the oldest go first. */
const MOST_KEPT = 40

/** What was kept under a key by this very program, or null. */
export function recallModel(memory: ModelMemory | null, key: string): RememberedModel | null {
  if (memory === null) return null
  try {
    // Written by `keepModel` of the same version, into a folder that nobody else may write to.
    const found = JSON.parse(readFileSync(fileFor(memory, key), 'utf8')) as RememberedModel & { version: string; key: string }
    return found.version === memory.version && found.key === key ? found : null
  } catch {
    return null
  }
}

/** Keeps a model. A memory that cannot be written is none. */
export function keepModel(memory: ModelMemory | null, key: string, { reading, model }: RememberedModel): void {
  if (memory === null) return
  try {
    const file = fileFor(memory, key)
    mkdirSync(memory.folder, { recursive: true, mode: 0o700 })
    const draft = `${file}.${process.pid}.draft`
    writeFileSync(draft, JSON.stringify({ version: memory.version, key, reading, model }))
    renameSync(draft, file)
    forgetOldest(memory.folder)
  } catch {
    // The answer is there all the same.
  }
}

/** A file holds its key, so two keys with one name only take each other's place. */
function fileFor({ folder, version }: ModelMemory, key: string): string {
  let hash = 0x811c9dc5
  for (const character of `${version} ${key}`) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return join(folder, `${(hash >>> 0).toString(16)}.json`)
}

function forgetOldest(folder: string): void {
  const names = readdirSync(folder)
  if (names.length <= MOST_KEPT) return
  const kept = names
    .map((name) => ({ path: join(folder, name), time: statSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => b.time - a.time)
  for (const { path } of kept.slice(MOST_KEPT)) rmSync(path, { force: true })
}
