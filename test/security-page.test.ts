import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const PAGE = readFileSync('docs/security.md', 'utf8')
const TESTS = [...PAGE.matchAll(/`([^`\s]+\.(?:test|spec)\.tsx?)`/g)].map(([, path]) => path ?? '')

describe('docs/security.md', () => {
  it('names only tests that are there', () => {
    expect(TESTS.length).toBeGreaterThan(40)
    expect(TESTS.filter((path) => !existsSync(path))).toEqual([])
  })

  it('leaves no threat without an answer', () => {
    const rows = PAGE.split('\n').filter((line) => line.startsWith('| ') && !/^\| (---|Threat )/.test(line))
    expect(rows.length).toBeGreaterThan(25)
    const answers = rows.map((row) => row.split(' | ').at(-1) ?? '')
    expect(answers.filter((answer) => !/^`[^`]+\.(test|spec)\.tsx?`|^by (design|configuration) \|$/.test(answer))).toEqual([])
  })
})
