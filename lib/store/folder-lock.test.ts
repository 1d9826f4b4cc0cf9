import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FolderLocked, lockFolder } from './folder-lock.ts'

let folder: string
let lockFile: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lanekeeper-lock-'))
  lockFile = join(folder, 'database.lock')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Starts a process that waits, and hands its pid to `use`. */
async function withProcess(use: (pid: number) => void | Promise<void>): Promise<void> {
  const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { stdio: 'ignore' })
  await once(child, 'spawn')
  try {
    await use(child.pid ?? 0)
  } finally {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
}

function startOf(pid: number): string {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
}

describe('the folder of the embedded database is for one process at a time: two would silently lose what one of them writes', () => {
  it('is locked while it is used and free afterwards', () => {
    const release = lockFolder(lockFile)
    expect(() => lockFolder(lockFile)).toThrow(FolderLocked)
    release()
    expect(readdirSync(folder)).toEqual([])
    lockFolder(lockFile)()
  })

  it('says which process holds it and what to do', () => {
    const release = lockFolder(lockFile)
    expect(() => lockFolder(lockFile)).toThrow(new RegExp(`pid ${process.pid}.*LANEKEEPER_DATA.*${lockFile}`))
    release()
  })

  it('stays locked by another process that runs', () =>
    withProcess((pid) => {
      for (const content of [`${pid}`, `${pid} ${startOf(pid)}`]) {
        writeFileSync(lockFile, content)
        expect(() => lockFolder(lockFile)).toThrow(FolderLocked)
        expect(readFileSync(lockFile, 'utf8')).toBe(content)
      }
    }))

  it('is taken over from a process that is gone', async () => {
    let gone = 0
    await withProcess((pid) => {
      gone = pid
    })
    writeFileSync(lockFile, `${gone} 12345`)
    const release = lockFolder(lockFile)
    expect(readFileSync(lockFile, 'utf8')).toContain(`${process.pid}`)
    expect(readdirSync(folder)).toEqual(['database.lock'])
    release()
  })

  it('is taken over when the pid belongs to another process by now', () =>
    withProcess((pid) => {
      writeFileSync(lockFile, `${pid} 1`)
      lockFolder(lockFile)()
    }))

  it('is taken over from a zombie: it has ended, though nobody has asked how', async () => {
    // The shell starts a process that ends soon and becomes another program before that, which never asks for it.
    const parent = spawn('/bin/sh', ['-c', 'sleep 0.2 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] })
    const [chunk] = await once(parent.stdout, 'data')
    const pid = Number(String(chunk).trim())
    const isZombie = () => readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ')
    while (!isZombie()) await new Promise((resolve) => setTimeout(resolve, 10))
    writeFileSync(lockFile, `${pid} ${startOf(pid)}`)
    lockFolder(lockFile)()
    parent.kill('SIGKILL')
  })

  it.each(['', 'garbage', '-1', '0'])('is taken over when it holds %j, left by a process that died while writing', (content) => {
    writeFileSync(lockFile, content)
    lockFolder(lockFile)()
  })

  it('does not remove a lock that another process has taken over meanwhile', () => {
    const release = lockFolder(lockFile)
    writeFileSync(lockFile, '1 1')
    release()
    expect(existsSync(lockFile)).toBe(true)
  })
})
