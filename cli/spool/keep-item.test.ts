import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder, aGitRepository } from '#test/git-repository.ts'
import { keepItem, SPOOL_CAPACITY } from './keep-item.ts'
import { spoolFolder } from './spool-folder.ts'
import { readSpoolItem, type SpoolItem } from './spool-item.ts'

const anItem = (given: Partial<SpoolItem> = {}): SpoolItem => ({
  version: 1,
  key: '11111111-1111-4111-8111-111111111111',
  endpoint: 'evidence',
  repository: 'platform',
  madeAt: '2026-11-24T08:00:00.000Z',
  body: '{"gate":"global/contracts"}',
  ...given,
})

describe('an item in the spool', () => {
  it('comes back as it was kept, and files sort by age', () => {
    const folder = join(aFolder(), 'data', 'spool')
    const later = keepItem(folder, anItem({ madeAt: '2026-11-24T09:00:00.000Z', key: 'a-later-key' }))
    const earlier = keepItem(folder, anItem())
    expect(readdirSync(folder).sort()).toEqual([earlier, later])
    expect(readSpoolItem(readFileSync(join(folder, earlier), 'utf8'))).toEqual(anItem())
  })

  it.each([
    '',
    '{',
    'null',
    '[]',
    '{"version":2}',
    JSON.stringify({ ...anItem(), endpoint: '../../admin' }),
    JSON.stringify({ ...anItem(), body: {} }),
  ])('%s is none', (text) => {
    expect(readSpoolItem(text)).toBeNull()
  })

  it('is not kept beyond 64 MiB, and what is there stays', () => {
    const folder = join(aFolder(), 'spool')
    const name = keepItem(folder, anItem())
    truncateSync(join(folder, name), SPOOL_CAPACITY - 10)
    expect(() => keepItem(folder, anItem({ key: 'another-key' }))).toThrow(/64 MiB/)
    expect(readdirSync(folder)).toEqual([name])
  })

  it('is for this user alone, in a folder that was open to others before', () => {
    const folder = join(aFolder(), 'spool')
    mkdirSync(folder)
    chmodSync(folder, 0o777)
    const name = keepItem(folder, anItem())
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600)
  })

  it('is not kept behind a link: somebody else may have put it there', () => {
    const [folder, elsewhere] = [join(aFolder(), 'spool'), aFolder()]
    symlinkSync(elsewhere, folder)
    expect(() => keepItem(folder, anItem())).toThrow(/no folder/)
    expect(readdirSync(elsewhere)).toEqual([])
  })

  it('is not among the new files of the repository', () => {
    const repository = aGitRepository({ 'a.txt': 'a' })
    repository.commit()
    keepItem(spoolFolder(repository.folder, {}), anItem())
    expect(repository.git('status', '--porcelain')).toBe('')
  })
})

describe('where the spool lies', () => {
  it('in the repository, or where LANEKEEPER_DATA says', () => {
    expect(spoolFolder('/repo', {})).toBe('/repo/.data/spool')
    expect(spoolFolder('/repo', { LANEKEEPER_DATA: '' })).toBe('/repo/.data/spool')
    expect(spoolFolder('/repo', { LANEKEEPER_DATA: 'state' })).toBe('/repo/state/spool')
    expect(spoolFolder('/repo', { LANEKEEPER_DATA: '/var/lib/lanekeeper' })).toBe('/var/lib/lanekeeper/spool')
  })
})

describe('a file that cannot be written', () => {
  it('is a fault that says why, and nothing is half-written', () => {
    const folder = join(aFolder(), 'spool')
    const kept = keepItem(folder, anItem())
    const inTheWay = '20261124080000000-a-key-of-mine.json.draft'
    mkdirSync(join(folder, inTheWay))
    expect(() => keepItem(folder, anItem({ key: 'a-key-of-mine' }))).toThrow(/cannot be written: EISDIR/)
    expect(readdirSync(folder).sort()).toEqual([inTheWay, kept].sort())
  })
})
