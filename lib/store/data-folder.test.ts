import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DataFolderUnusable, makeDataFolder } from './data-folder.ts'

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lanekeeper-data-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

describe('the folder of the embedded database, spool and keys', () => {
  it('is made with the folders above it, and may be there already', () => {
    const folder = join(root, 'a', 'b', 'data')
    makeDataFolder(folder)
    makeDataFolder(folder)
    expect(existsSync(folder)).toBe(true)
  })

  it.each([
    ['a file', () => join(root, 'file')],
    ['beneath a file', () => join(root, 'file', 'data')],
    ['where nobody can make one', () => '/proc/lanekeeper/data'],
  ])('is refused with a readable line when it is %s', (_, folderOf) => {
    writeFileSync(join(root, 'file'), '')
    expect(() => makeDataFolder(folderOf())).toThrow(DataFolderUnusable)
    expect(() => makeDataFolder(folderOf())).toThrow(/LANEKEEPER_DATA must be a folder that can be written/)
  })
})
