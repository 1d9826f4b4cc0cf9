import { describe, expect, it } from 'vitest'
import { parsePaths } from './parse-paths.ts'

describe('a list of changed files is one path a line', () => {
  it('takes each line as it stands', () => {
    expect(parsePaths('a b.go\r\n\n app/(x)/[id]/page.tsx\n')).toEqual(['a b.go', ' app/(x)/[id]/page.tsx'])
  })

  it('understands git diff --name-status, a rename by both paths', () => {
    expect(parsePaths('M\ta.go\nD\tb.go\nR087\told.go\tnew.go\n')).toEqual([
      { path: 'a.go', change: 'modified' },
      { path: 'b.go', change: 'deleted' },
      { path: 'old.go', change: 'renamed', to: 'new.go' },
      { path: 'new.go', change: 'renamed', from: 'old.go' },
    ])
  })

  it('does not guess when one line has another form', () => {
    expect(parsePaths('M\ta.go\nb.go')).toEqual(['M\ta.go', 'b.go'])
  })

  it('is empty for nothing', () => {
    expect(parsePaths('\n\n')).toEqual([])
  })
})
