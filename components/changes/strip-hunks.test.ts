import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseUnifiedDiff } from '#lib/formats/unified-diff.ts'
import { hasHunk, stripHunks } from './strip-hunks.ts'

const DIFF = `From 1a2b Mon Sep 17 00:00:00 2001
Subject: the secret plan

diff --git a/a.go b/a.go
index 83db48f..bf269f4 100644
--- a/a.go
+++ b/a.go
@@ -1,3 +1,3 @@ func secret() {
 package a
-var old = 1
+var fresh = 2
 // end
diff --git a/old.go b/new.go
similarity index 100%
rename from old.go
rename to new.go
`

describe('hunk bodies are dropped in the browser before upload', () => {
  it('keeps the lines that name files and nothing of what stands in them', () => {
    expect(stripHunks(DIFF)).toEqual({
      text: [
        'diff --git a/a.go b/a.go',
        'index 83db48f..bf269f4 100644',
        '--- a/a.go',
        '+++ b/a.go',
        'diff --git a/old.go b/new.go',
        'similarity index 100%',
        'rename from old.go',
        'rename to new.go',
        '',
      ].join('\n'),
      dropped: 8,
      files: 2,
    })
  })

  it('drops code that looks like a header', () => {
    const sql =
      'diff --git a/a.sql b/a.sql\n--- a/a.sql\n+++ b/a.sql\n@@ -1,2 +1,2 @@\n--- a/password.txt\n-- note\n+++ b/hunter2\n+diff --git a/x b/x\n'
    expect(stripHunks(sql).text).toBe('diff --git a/a.sql b/a.sql\n--- a/a.sql\n+++ b/a.sql\n')
  })

  it('keeps the header of a hunk that ends too early, without the code on it, so that the server sees the cut', () => {
    const cut = 'diff --git a/a b/a\n--- a/a\n+++ b/a\n@@ -1,9 +1,9 @@ func secret() {\n one\n'
    expect(stripHunks(cut).text).toBe('diff --git a/a b/a\n--- a/a\n+++ b/a\n@@ -1,9 +1,9 @@\n')
    expect(stripHunks('diff --git a/a b/a\n@@ -1,9 +1,9 @@\n one\ndiff --git a/b b/b\n').text).toBe(
      'diff --git a/a b/a\n@@ -1,9 +1,9 @@\ndiff --git a/b b/b\n',
    )
  })

  it('drops the data of a binary patch and reads lines that end in CR LF', () => {
    const binary = 'diff --git a/x.png b/x.png\r\nGIT binary patch\r\nliteral 10\r\nzcmZQzfB;4Z\r\n'
    expect(stripHunks(binary).text).toBe('diff --git a/x.png b/x.png\nGIT binary patch\n')
  })

  it('is empty for what is no diff', () => {
    expect(stripHunks('hello\nworld')).toEqual({ text: '', dropped: 2, files: 0 })
    expect(hasHunk('hello @@ -1 +1 @@')).toBe(false)
  })

  it('lets no line of a whole hunk through, whatever it looks like', () => {
    const line = fc.oneof(fc.string(), fc.constantFrom('--- a/x', '+++ b/x', 'diff --git a/x b/x', '@@ -1 +1 @@', 'rename to y'))
    const code = fc.array(fc.tuple(fc.constantFrom('+', '-', ' '), line), { minLength: 1 })
    fc.assert(
      fc.property(code, (hunk) => {
        const body = hunk.map(([mark, text]) => `${mark}${text.replaceAll(/[\r\n]/g, '')}`)
        const before = body.filter((each) => each[0] !== '+').length
        const after = body.filter((each) => each[0] !== '-').length
        const whole = `diff --git a/a b/a\n--- a/a\n+++ b/a\n@@ -1,${before} +1,${after} @@ x\n${body.join('\n')}\ndiff --git a/b b/b\n`
        expect(stripHunks(whole).text).toBe('diff --git a/a b/a\n--- a/a\n+++ b/a\ndiff --git a/b b/b\n')
      }),
      { numRuns: 2000 },
    )
  })

  it('names the same files, and the same cut, as the whole diff', () => {
    for (const whole of [
      DIFF,
      DIFF.replace('@@ -1,3', '@@ -1,30'),
      '--- a/x\t2026\n+++ b/x\t2026\n@@ -1 +1 @@\n-a\n+b\n--- a/y\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n',
    ]) {
      const { files, diagnostics } = parseUnifiedDiff(whole)
      const stripped = parseUnifiedDiff(stripHunks(whole).text)
      expect(stripped.files).toEqual(files)
      expect(stripped.diagnostics.map(({ message }) => message)).toEqual(diagnostics.map(({ message }) => message))
    }
  })

  it('changes nothing more when it is done twice', () => {
    const once = stripHunks(DIFF)
    expect(stripHunks(once.text)).toEqual({ ...once, dropped: 0 })
  })
})
