import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const DOCUMENTS = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', '*.md'], { encoding: 'utf8' })
  .stdout.split('\0')
  .filter((path) => path !== '' && existsSync(path))

const LINKS = DOCUMENTS.flatMap((document) => {
  const text = readFileSync(document, 'utf8')
    .replaceAll(/^```.*?^```/gms, '')
    .replaceAll(/`[^`\n]*`/g, '')
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => ({ document, target: match[1] ?? '' }))
}).filter(({ target }) => !/^(https?:|mailto:)/.test(target))

describe('every link of the documents leads somewhere', () => {
  it('to a file, from where it stands', () => {
    expect(DOCUMENTS.length).toBeGreaterThan(40)
    expect(LINKS.length).toBeGreaterThan(20)
    const dead = LINKS.filter(({ document, target }) => {
      const path = target.split('#')[0] ?? ''
      return path !== '' && !existsSync(join(dirname(document), path))
    })
    expect(dead).toEqual([])
  })
})
