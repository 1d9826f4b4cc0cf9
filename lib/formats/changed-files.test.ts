import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseGitRawDiff } from './git-raw-diff.ts'
import { parsePathList } from './path-list.ts'
import { parseUnifiedDiff } from './unified-diff.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const paths = (found: ReturnType<typeof parsePathList>) => found.files.map((file) => file.path)
const codes = (found: ReturnType<typeof parsePathList>) => found.diagnostics.map((each) => each.code)

describe('contract: `--files-from` takes one path a line', () => {
  it.each([
    ['plain', 'a.go\nb c.go\n', ['a.go', 'b c.go']],
    ['without a last line feed', 'a.go\nb.go', ['a.go', 'b.go']],
    ['CRLF and blank lines', 'a.go\r\n\r\nb.go\r\n', ['a.go', 'b.go']],
    ['a leading ./', './a.go\n././b.go\n', ['a.go', 'b.go']],
    ['names as git quotes them', '"caf\\303\\251 \\"x\\"\\t.txt"\n', ['café "x"\t.txt']],
    ['a name that only begins with a quote', '"a" b.go\n', ['"a" b.go']],
    ['NUL-separated names, whatever is in them', 'a\nb.go\0"c".go\0', ['a\nb.go', '"c".go']],
    ['nothing', '\n\n', []],
  ])('%s', (_, text, expected) => {
    const found = parsePathList(bytes(text), 'list')
    expect(paths(found)).toEqual(expected)
    expect(found.diagnostics).toEqual([])
  })

  it('a path that is not in the repository stays in the list and is an error with its line', () => {
    const found = parsePathList(bytes('a.go\n/etc/passwd\na/../../b\n'), 'list')
    expect(paths(found)).toEqual(['a.go', '/etc/passwd', 'a/../../b'])
    expect(found.diagnostics.map(({ code, line, file }) => [code, line, file])).toEqual([
      ['path-outside', 2, 'list'],
      ['path-outside', 3, 'list'],
    ])
  })

  it('a name that is not UTF-8 stays in the list and is an error', () => {
    const found = parsePathList(Uint8Array.of(0x61, 0xff, 0x0a), 'list')
    expect(found.files).toHaveLength(1)
    expect(codes(found)).toEqual(['path-not-utf8'])
  })
})

describe('what git prints for `diff --raw -z -M -C`', () => {
  const header = (status: string) => `:100644 100644 ${'0'.repeat(40)} ${'1'.repeat(40)} ${status}\0`

  it('reads every kind, with odd names as they are', () => {
    const text = `${header('M')}a b\n"c".go\0${header('A')}new\0${header('D')}old\0${header('T')}link\0`
    expect(parseGitRawDiff(bytes(text)).files.map(({ path, change }) => [path, change])).toEqual([
      ['a b\n"c".go', 'modified'],
      ['new', 'added'],
      ['old', 'deleted'],
      ['link', 'type-changed'],
    ])
  })

  it('a renamed or copied file counts by both paths', () => {
    expect(parseGitRawDiff(bytes(`${header('R086')}x\0y\0${header('C100')}p\0q\0`)).files).toEqual([
      { path: 'x', change: 'renamed', to: 'y' },
      { path: 'y', change: 'renamed', from: 'x' },
      { path: 'p', change: 'copied', to: 'q' },
      { path: 'q', change: 'copied', from: 'p' },
    ])
  })

  it('an output that is cut anywhere but between records is an error', () => {
    const whole = bytes(`${header('M')}a.go\0${header('R100')}x\0y\0`)
    const boundaries = new Set([0, bytes(`${header('M')}a.go\0`).length, whole.length])
    for (let length = 0; length <= whole.length; length += 1) {
      expect(codes(parseGitRawDiff(whole.subarray(0, length))).length > 0).toBe(!boundaries.has(length))
    }
  })
})

describe('a unified diff says which files it changes', () => {
  const diff = (...lines: readonly string[]) => parseUnifiedDiff(`${lines.join('\n')}\n`)
  const kinds = (found: ReturnType<typeof diff>) => found.files.map(({ path, change }) => [path, change])

  it('modified, added, deleted', () => {
    const found = diff(
      'diff --git a/pkg/a.go b/pkg/a.go',
      'index 1..2 100644',
      '--- a/pkg/a.go',
      '+++ b/pkg/a.go',
      '@@ -1,2 +1,2 @@ func A()',
      '-old',
      '+new',
      ' same',
      'diff --git a/n.go b/n.go',
      'new file mode 100644',
      '--- /dev/null',
      '+++ b/n.go',
      '@@ -0,0 +1 @@',
      '+x',
      'diff --git a/d.go b/d.go',
      'deleted file mode 100644',
    )
    expect(kinds(found)).toEqual([
      ['pkg/a.go', 'modified'],
      ['n.go', 'added'],
      ['d.go', 'deleted'],
    ])
    expect(found.diagnostics).toEqual([])
  })

  it('renames, copies, modes, binaries, submodules, spaces and quotes', () => {
    const found = diff(
      'diff --git a/old name.go b/new name.go',
      'similarity index 90%',
      'rename from old name.go',
      'rename to new name.go',
      'diff --git a/run b/run',
      'old mode 100644',
      'new mode 100755',
      'diff --git a/x b/y b/x b/y',
      'Binary files a/x b/y and b/x b/y differ',
      'diff --git "a/caf\\303\\251" "b/caf\\303\\251"',
      'index 1..2 100644',
      'Submodule vendor/lib 1234567..89abcde:',
      '  > a commit',
    )
    expect(kinds(found)).toEqual([
      ['old name.go', 'renamed'],
      ['new name.go', 'renamed'],
      ['run', 'modified'],
      ['x b/y', 'modified'],
      ['café', 'modified'],
      ['vendor/lib', 'modified'],
    ])
  })

  it('a removed line that looks like a header is a line of code', () => {
    const found = diff(
      'diff --git a/q.sql b/q.sql',
      '--- a/q.sql',
      '+++ b/q.sql',
      '@@ -1,2 +1,2 @@',
      '--- a/evil.sql',
      '+++ b/evil.sql',
      '-x',
      '+y',
    )
    expect(kinds(found)).toEqual([['q.sql', 'modified']])
  })

  it('a plain diff, with and without prefixes', () => {
    expect(kinds(diff('--- a/x.go\t2026-01-01', '+++ b/x.go\t2026-01-02', '@@ -1 +1 @@', '-a', '+b'))).toEqual([['x.go', 'modified']])
    expect(kinds(diff('--- x.go.orig', '+++ x.go', '@@ -1 +1 @@', '-a', '+b', '--- y.go', '+++ /dev/null', '@@ -1 +0,0 @@', '-a'))).toEqual(
      [
        ['x.go', 'modified'],
        ['x.go.orig', 'modified'],
        ['y.go', 'deleted'],
      ],
    )
  })

  it('a mail or a log around it does no harm', () => {
    expect(
      kinds(diff('From: someone', 'Subject: fix', '', '---', ' a.go | 2 +-', '', 'diff --git a/a.go b/a.go', '-- ', '2.39.5')),
    ).toEqual([['a.go', 'modified']])
  })

  it('a text that is no diff, and a diff that is cut, are errors with their line', () => {
    expect(diff('hello', 'world').diagnostics.map(({ code, line }) => [code, line])).toEqual([['change-unreadable', 1]])
    const cut = diff('diff --git a/a.go b/a.go', '--- a/a.go', '+++ b/a.go', '@@ -1,9 +1,9 @@', ' x')
    expect(cut.diagnostics.map(({ code, line }) => [code, line])).toEqual([['change-unreadable', 4]])
    expect(paths(cut)).toEqual(['a.go'])
  })
})

describe('readers are total: a list or a located fault', () => {
  const noise = fc.stringMatching(
    /^(diff --git a\/x b\/x\n|--- a\/x\n|\+\+\+ b\/x\n|@@ -1,2 \+1 @@\n|"a\\303\n|rename from x\n|[-+ \n"\\\0:a-z])*$/,
  )

  it('whatever the bytes are', () => {
    fc.assert(
      fc.property(fc.oneof(noise, fc.string({ unit: 'binary' })), (text) => {
        for (const found of [parseUnifiedDiff(text), parsePathList(bytes(text), 'list'), parseGitRawDiff(bytes(text))]) {
          expect(found.diagnostics.every(({ line }) => line >= 1)).toBe(true)
          expect(found.files.every(({ path }) => typeof path === 'string')).toBe(true)
        }
      }),
      { numRuns: 5_000 },
    )
  })
})
