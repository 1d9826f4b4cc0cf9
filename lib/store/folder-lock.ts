import { closeSync, linkSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'

const ENDED = ' ended'

/** The folder of the embedded database is in use by another process. Two processes in one folder would silently lose what one of them writes. */
export class FolderLocked extends Error {
  constructor(lockFile: string, owner: number) {
    super(
      `another process (pid ${owner}) uses this data folder; stop it, or give this one its own LANEKEEPER_DATA (the lock is ${lockFile})`,
    )
    this.name = 'FolderLocked'
  }
}

/**
 * Takes the lock file for this process and gives back the function that releases it. A lock whose process is gone, a zombie, or
 * another process under a reused pid is taken over. Processes in different containers cannot see each other: one folder, one host.
 */
export function lockFolder(lockFile: string): () => void {
  const mine = describeProcess(process.pid)
  if (!createLock(lockFile, mine)) takeOver(lockFile, mine)
  const release = () => {
    if (readLock(lockFile) === mine) rmSync(/*turbopackIgnore: true*/ lockFile, { force: true })
  }
  process.once('exit', release)
  return () => {
    process.off('exit', release)
    release()
  }
}

function takeOver(lockFile: string, mine: string): void {
  const found = readLock(lockFile)
  if (found !== null) {
    const owner = Number.parseInt(found, 10)
    if (isHeld(found)) throw new FolderLocked(lockFile, owner)
    const aside = `${lockFile}.${process.pid}`
    moveAside(lockFile, aside)
    // Between reading and moving, another process may have taken over the same stale lock: then what was moved is a lock that holds.
    const moved = readLock(aside)
    if (moved !== null && moved !== found) linkSync(/*turbopackIgnore: true*/ aside, lockFile)
    rmSync(/*turbopackIgnore: true*/ aside, { force: true })
  }
  if (!createLock(lockFile, mine)) throw new FolderLocked(lockFile, Number.parseInt(readLock(lockFile) ?? '0', 10))
}

function createLock(lockFile: string, content: string): boolean {
  try {
    const descriptor = openSync(/*turbopackIgnore: true*/ lockFile, 'wx', 0o600)
    writeSync(descriptor, content)
    closeSync(descriptor)
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    throw error
  }
}

function readLock(lockFile: string): string | null {
  try {
    return readFileSync(/*turbopackIgnore: true*/ lockFile, 'utf8')
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null
    throw error
  }
}

function moveAside(lockFile: string, aside: string): void {
  try {
    renameSync(/*turbopackIgnore: true*/ lockFile, aside)
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error
  }
}

/** A lock holds while its process runs. An empty one was left by a process that died while writing it. */
function isHeld(content: string): boolean {
  const pid = Number.parseInt(content, 10)
  if (!Number.isInteger(pid) || pid <= 0) return false
  if (!isRunning(pid)) return false
  const now = describeProcess(pid)
  if (now.endsWith(ENDED)) return false
  // Where one of the two does not know when the process started, the pid alone decides: rather locked than lost.
  return now === content || now === `${pid}` || content.trim() === `${pid}`
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return hasCode(error, 'EPERM')
  }
}

/** The pid and, where the system tells it, the moment the process started: pids are reused. A zombie has ended, so only its pid is left. */
function describeProcess(pid: number): string {
  try {
    const stat = readFileSync(/*turbopackIgnore: true*/ `/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' ? `${pid}${ENDED}` : `${pid} ${fields[19]}`
  } catch {
    return `${pid}`
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
