import { describe, expect, it } from 'vitest'
import { readDraft } from './read-draft.ts'

describe('a parse error names its line', () => {
  it('says where text that is no diff begins', () => {
    expect(readDraft('diff', { diff: '\n\nhello\nworld', files: '' })).toEqual({
      fault: 'Line 3: “hello” does not begin a diff. Paste the output of git diff.',
    })
  })

  it('says where a diff was cut, for files may be missing then', () => {
    const diff = 'diff --git a/a b/a\n--- a/a\n+++ b/a\n@@ -1,9 +1,9 @@\n one\n'
    expect(readDraft('diff', { diff, files: '' })).toEqual({
      fault: 'Line 4: this hunk has fewer lines than it says, so the diff was cut. Paste all of it.',
    })
  })

  it('says that nothing was given', () => {
    expect(readDraft('diff', { diff: ' \n', files: '' })).toEqual({ fault: 'Line 1: nothing to read. Paste the output of git diff.' })
    expect(readDraft('files', { diff: '', files: '\n' })).toEqual({ fault: 'Line 1: no path. Write one changed path a line.' })
  })
})

describe('only header lines travel', () => {
  it('sends a diff without its hunks', () => {
    const diff = 'diff --git a/a b/a\n--- a/a\n+++ b/a\n@@ -1 +1 @@\n-secret\n+secret2\n'
    expect(readDraft('diff', { diff, files: '' })).toEqual({ change: { diff: 'diff --git a/a b/a\n--- a/a\n+++ b/a\n' } })
  })

  it('sends the open field only', () => {
    expect(readDraft('files', { diff: 'diff --git a/a b/a', files: 'b.go' })).toEqual({ change: { files: ['b.go'] } })
  })
})
