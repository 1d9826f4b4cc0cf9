import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

interface Clause {
  readonly id: string
  readonly words: string
  readonly keptBy: readonly string[]
  readonly shownBy: readonly string[]
  readonly state: string
}

const CLAUSES: readonly Clause[] = readFileSync('docs/operating-model.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| OM-'))
  .map((line) => {
    const [id = '', words = '', keptBy = '', shownBy = '', state = ''] = line
      .slice(1)
      .split('|')
      .map((cell) => cell.trim())
    return { id, words, keptBy: namedFiles(keptBy), shownBy: namedFiles(shownBy), state }
  })

function namedFiles(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '')
}

const KEPT = CLAUSES.filter((clause) => clause.state === 'kept')

describe('docs/operating-model.md says every clause of the operating model and what keeps it', () => {
  it('numbers the clauses from 1 without a gap', () => {
    expect(CLAUSES.length).toBeGreaterThan(80)
    expect(CLAUSES.map((clause) => clause.id)).toEqual(CLAUSES.map((_, at) => `OM-${at + 1}`))
  })

  it('says each in words, as kept or as planned by a named capability', () => {
    expect(CLAUSES.filter((clause) => clause.words.length < 20)).toEqual([])
    expect(CLAUSES.filter((clause) => !/^(kept|planned: [a-zA-Z ]{5,})$/.test(clause.state))).toEqual([])
  })

  it('names for a kept clause the file that keeps it and the test that shows it, and for a planned one neither', () => {
    expect(KEPT.filter((clause) => clause.keptBy.length === 0 || clause.shownBy.length === 0)).toEqual([])
    const planned = CLAUSES.filter((clause) => clause.state !== 'kept')
    expect(planned.filter((clause) => clause.keptBy.length + clause.shownBy.length > 0)).toEqual([])
  })

  it.each(KEPT)('$id: its files exist, and its tests name it', ({ id, keptBy, shownBy }) => {
    expect([...keptBy, ...shownBy].filter((path) => !existsSync(path))).toEqual([])
    expect(shownBy.filter((path) => !path.includes('.test.'))).toEqual([])
    const mention = new RegExp(`\\b${id}\\b`)
    expect(shownBy.filter((path) => !mention.test(readFileSync(path, 'utf8')))).toEqual([])
  })
})
