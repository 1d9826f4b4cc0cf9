import { describe, expect, it } from 'vitest'
import { readOwnershipMap } from './ownership-map.ts'

const FILE = 'maps/package-ownership.md'

function read(...lines: string[]) {
  return readBytes(new TextEncoder().encode(lines.join('\n')))
}

function readBytes(bytes: Uint8Array) {
  const { map, diagnostics } = readOwnershipMap('package', FILE, bytes)
  return {
    state: map.state,
    rows: map.rows,
    owned: map.rows.map((row) => [row.line, row.domain, row.paths.flatMap(({ pattern }) => pattern.alternatives).join(' ')]),
    told: diagnostics.map(({ code, severity, line, column }) => `${code} ${severity} ${line}:${column}`),
    diagnostics,
  }
}

describe('contract 2.1: GitHub-flavoured tables anywhere in the file; prose around them is ignored', () => {
  it('reads every row of every table that counts, with file and line', () => {
    const map = read(
      '# Package ownership',
      '',
      'Prose with a `path/` and a | pipe.',
      '',
      '| Path | Domain | Owner | Reviewers | Consumers | Route | Notes |',
      '|---|---|---|---|---|---|---|',
      '| `packages/platform/billing/**`, `cmd/billing-worker/**` | platform-billing | Billing | Ana, Bo | gpuaas, app-platform | `/api/v1/bills` | keep **this** |',
      '',
      '## More',
      '',
      '| Domain | Package |',
      '|---|---|',
      '| platform-iam | `packages/platform/iam` |',
    )
    expect(map.told).toEqual([])
    expect(map.state).toBe('read')
    expect(map.rows).toEqual([
      {
        kind: 'package',
        file: FILE,
        line: 7,
        domain: 'platform-billing',
        owner: 'Billing',
        reviewers: ['Ana', 'Bo'],
        consumers: ['gpuaas', 'app-platform'],
        paths: [
          { column: 'path', pattern: { text: 'packages/platform/billing/**', alternatives: ['packages/platform/billing/**'] } },
          { column: 'path', pattern: { text: 'cmd/billing-worker/**', alternatives: ['cmd/billing-worker/**'] } },
        ],
        cells: { Route: '`/api/v1/bills`', Notes: 'keep **this**' },
      },
      {
        kind: 'package',
        file: FILE,
        line: 13,
        domain: 'platform-iam',
        owner: null,
        reviewers: [],
        consumers: [],
        paths: [{ column: 'package', pattern: { text: 'packages/platform/iam', alternatives: ['packages/platform/iam'] } }],
        cells: {},
      },
    ])
  })

  it.each([
    ['Path', 'path'],
    ['PATHS', 'path'],
    ['source path', 'path'],
    ['**Package**', 'package'],
    ['`Handler`', 'handler'],
    ['Migration', 'migration'],
    ['Spec', 'spec'],
    ['Binary  path', 'binary path'],
    ['[Surface path](x)', 'surface path'],
  ])('takes the header %s for a path column', (header, column) => {
    expect(read(`| ${header} | DOMAIN |`, '|-|-|', '| `a` | d |').rows[0]?.paths[0]?.column).toBe(column)
  })

  it('reads all path columns of a table, of which a row may fill only some', () => {
    const map = read(
      '| Domain | Handler | Spec | Route |',
      '|-|-|-|-|',
      '| iam | `svc/iam/**` | `doc/api/iam.yaml` | `/iam` |',
      '| iam | — | `doc/x.yaml` | |',
    )
    expect(map.rows.map((row) => row.paths.map(({ column, pattern }) => `${column}=${pattern.text}`))).toEqual([
      ['handler=svc/iam/**', 'spec=doc/api/iam.yaml'],
      ['spec=doc/x.yaml'],
    ])
    expect(map.told).toEqual([])
  })

  it('keeps a cell whose header stands there twice or is called like a property of objects', () => {
    const map = read('| Path | Domain | Notes | Notes | \\_\\_proto\\_\\_ |', '|-|-|-|-|-|', '| `a` | d | one | two | three |')
    expect(Object.entries(map.rows[0]?.cells ?? {})).toEqual([
      ['Notes', 'one'],
      ['Notes (2)', 'two'],
      ['__proto__ (2)', 'three'],
    ])
  })

  it('reads tables inside quotes and lists', () => {
    const map = read('> | Path | Domain |', '> |-|-|', '> | `a/` | one |', '', '- | Path | Domain |', '  |-|-|', '  | `b/` | two |')
    expect(map.owned).toEqual([
      [3, 'one', 'a'],
      [7, 'two', 'b'],
    ])
  })

  it('reads consumers as domain ids and says which are none', () => {
    const map = read('| Path | Domain | Consumers |', '|-|-|-|', '| `a` | d | `gpuaas`, GPU<br>none |', '| `b` | d | none |')
    expect(map.rows.map((row) => row.consumers)).toEqual([['gpuaas'], []])
    expect(map.told).toEqual(['invalid-id warning 3:13'])
  })
})

describe('contract 2.1: a missing map is a warning, a map that does not parse is an error', () => {
  it('calls a map absent when there is no file', () => {
    const { map, diagnostics } = readOwnershipMap('event', 'maps/event-ownership.md', null)
    expect(map).toEqual({ kind: 'event', file: 'maps/event-ownership.md', state: 'absent', rows: [] })
    expect(diagnostics).toMatchObject([{ code: 'file-absent', severity: 'warning', line: 1 }])
  })

  it('warns of a file without a row', () => {
    expect(read('# Nothing yet')).toMatchObject({ state: 'read', rows: [], told: ['map-empty warning 1:1'] })
  })

  it('calls a map faulty as soon as one error is found, and still reads the other rows', () => {
    const map = read('| Path | Domain |', '|-|-|', '| `!a` | one |', '| `b` | two |')
    expect(map).toMatchObject({ state: 'faulty', owned: [[4, 'two', 'b']], told: ['pattern-negated error 3:4'] })
  })

  it('locates bytes that are not UTF-8, a NUL, and a file beyond 8 MiB', () => {
    expect(readBytes(Uint8Array.from([0x23, 0x0a, 0x61, 0x0a, 0xff, 0xfe]))).toMatchObject({
      state: 'faulty',
      told: ['not-utf8 error 3:1'],
    })
    expect(read('| Path | Domain |', '|-|-|', '| `a` | d\u0000 |').told).toContain('nul-character error 3:10')
    expect(readBytes(new Uint8Array(8 * 1024 * 1024 + 1)).told).toEqual(['file-too-large error 1:1'])
  })

  it('refuses what would take long to read, naming the line', () => {
    expect(read('| Path | Domain |', '|-|-|', `| ${'x'.repeat(17_000)} | d |`).told).toContain('cell-too-long error 3:3')
    expect(read('x'.repeat(300_000)).told).toContain('cell-too-long error 1:1')
    expect(read('a', '|'.repeat(2000), '|-'.repeat(2000)).told).toContain('table-malformed error 3:1')
    expect(read('| Path | Domain |', '|-|-|', '| `a` | d |\n'.repeat(60_000)).told[0]).toBe('too-many-rows error 60001:1')
    expect(read('| Path | Domain |', '|-|-|', '| `a` | d |\n'.repeat(50_001)).told).toEqual(['too-many-rows error 50003:1'])
    expect(read('| Path | Domain |', '|-|-|', `| \`${'{a,b}'.repeat(8)}\` | d |\n`.repeat(1000)).told).toEqual([
      'too-many-rows error 784:1',
    ])
    expect(read('| Path | Domain |', '|-|-|', `| ${'a/,'.repeat(1000)} | d |`).told).toContain('cell-too-long error 3:3')
  })

  it('lists the first thousand faults and counts the rest', () => {
    const map = read('| Path | Domain |', '|-|-|', '| `/a` | d |\n'.repeat(1500))
    expect(map.diagnostics).toHaveLength(1001)
    expect(map.diagnostics.at(-1)).toMatchObject({ code: 'too-many-faults', severity: 'error' })
    expect(map.diagnostics.at(-1)?.message).toContain('501')
  })
})

describe('contract 2.1: tables in code fences or comments do not count', () => {
  const hidden = ['| Path | Domain |', '|-|-|', '| `not/owned` | d |']
  const counted = ['| Path | Domain |', '|-|-|', '| `owned` | d |', '']

  it('ignores them when they are closed', () => {
    expect(read(...counted, '```markdown', ...hidden, '```', '', '<!--', ...hidden, '-->').told).toEqual([])
    expect(read(...counted, '~~~', ...hidden, '~~~').owned).toEqual([[3, 'd', 'owned']])
  })

  it('is an error when one that nothing closes hides rows', () => {
    expect(read(...counted, '```', ...hidden)).toMatchObject({ state: 'faulty', told: ['code-fence-unclosed error 5:1'] })
    expect(read(...counted, '````', ...hidden, '```').told).toEqual(['code-fence-unclosed error 5:1'])
    expect(read(...counted, '```', ...hidden, '     ```').told).toEqual(['code-fence-unclosed error 5:1'])
    expect(read(...counted, '<!-- todo', ...hidden)).toMatchObject({ state: 'faulty', told: ['comment-unclosed error 5:1'] })
    expect(read(...counted, '<pre>', ...hidden)).toMatchObject({ state: 'faulty', told: ['comment-unclosed error 5:1'] })
  })

  it('warns of a table in an HTML block or indented code, where it does not count either', () => {
    expect(read(...counted, '<div>', ...hidden, '</div>').told).toEqual(['table-not-counted warning 6:1'])
    expect(read(...counted, ...hidden.map((line) => `    ${line}`)).told).toEqual(['table-not-counted warning 5:1'])
    expect(read(...counted, '<table><tr><th>Path</th><th>Domain</th></tr></table>').told).toEqual(['table-not-counted warning 5:1'])
    expect(read('<details>', '', ...counted, '</details>')).toMatchObject({ owned: [[5, 'd', 'owned']], told: [] })
  })
})

describe('contract 2.1: a table counts when its header has Domain and a path column; what is lost is never silent', () => {
  it('warns of a table that has only one of the two', () => {
    expect(read('| Path | Owner |', '|-|-|', '| `a` | x |').told).toEqual(['table-not-counted warning 1:1', 'map-empty warning 1:1'])
    expect(read('| Domain | Owner |', '|-|-|', '| a | x |').told).toEqual(['table-not-counted warning 1:1', 'map-empty warning 1:1'])
  })

  it('says nothing of tables that have neither', () => {
    expect(read('| Path | Domain |', '|-|-|', '| `a` | d |', '', '| Term | Meaning |', '|-|-|', '| x | y |', '', '| z | w |').told).toEqual(
      [],
    )
  })

  it.each([
    ['a delimiter row with too few columns', ['| Path | Domain | Owner |', '|---|---|', '| `a` | d | o |'], 1],
    ['no delimiter row', ['| Path | Domain |', '| `a` | d |'], 1],
    ['a delimiter row that is not one', ['Path | Domain', '---', '`a` | d'], 1],
    ['two Domain columns', ['| Path | Domain | Domain |', '|-|-|-|', '| `a` | d | e |'], 1],
    ['no header at all', ['| `a` | d |', '| `b` | e |'], 1],
  ])('is an error: %s', (_what, lines, line) => {
    const map = read(...lines)
    expect(map.state).toBe('faulty')
    expect(map.told).toContain(`table-malformed error ${line}:1`)
  })

  it.each([
    ['after a blank line', ['', '| `b` | e |'], 5],
    ['after a blank line, without outer pipes', ['', '`b` | e'], 5],
    ['after a comment', ['<!-- x -->', '| `b` | e |'], 5],
    ['after a heading', ['## More', '| `b` | e |'], 5],
    ['as a list item', ['- `b` | e'], 4],
    ['in a quote', ['> `b` | e'], 4],
    ['as a heading', ['# `b` | e'], 4],
    ['indented by four spaces', ['    | `b` | e |'], 4],
    ['in an HTML block', ['<p> `b` | e |'], 4],
  ])('is an error when a row is lost %s', (_where, lost, line) => {
    const map = read('| Path | Domain |', '|-|-|', '| `a` | d |', ...lost)
    expect(map).toMatchObject({ state: 'faulty', owned: [[3, 'd', 'a']], told: [`table-malformed error ${line}:1`] })
  })

  it('is an error when quotes inside quotes hide a table', () => {
    expect(read(`${'>'.repeat(30)} | Path | Domain |`).told).toContain('table-malformed error 1:1')
  })

  it('leaves prose with pipes alone', () => {
    expect(
      read('| Path | Domain |', '|-|-|', '| `a` | d |', '', 'Run `a | b` and see.', '', 'x | y | z', '', '```', 'a | b', '```').told,
    ).toEqual([])
  })
})

describe('rows', () => {
  const table = (...rows: string[]) => read('| Path | Domain | Owner |', '|---|---|---|', ...rows)

  it('takes missing cells at the end for empty, and is an error when a path or the domain is missing', () => {
    expect(table('| `a` | d |')).toMatchObject({ owned: [[3, 'd', 'a']], told: ['row-ragged warning 3:9'] })
    expect(table('| `a` |')).toMatchObject({ state: 'faulty', owned: [], told: ['row-ragged error 3:3', 'map-empty warning 1:1'] })
    expect(table('| `a` | d | o |', 'Prose below').told).toEqual(['row-ragged error 4:1'])
  })

  it('tells of cells beyond the header, and is an error when an unescaped pipe cut a code span', () => {
    expect(table('| `a` | d | o | more |')).toMatchObject({ owned: [[3, 'd', 'a']], told: ['row-ragged warning 3:17'] })
    expect(table('| `x/{a|b}.ts` | d | o |')).toMatchObject({ state: 'faulty', owned: [] })
  })

  it('ignores a row without anything in it', () => {
    expect(table('| | | |', '| `a` | d | o |')).toMatchObject({ owned: [[4, 'd', 'a']], told: [] })
  })

  it('is an error when a row has paths but no domain, and a warning when it has neither', () => {
    expect(table('| `a` | | o |')).toMatchObject({ state: 'faulty', told: ['cell-empty error 3:9', 'map-empty warning 1:1'] })
    expect(table('| `a` | TBD | o |').state).toBe('faulty')
    expect(table('| | | o |').told).toEqual(['cell-empty warning 3:3', 'cell-empty warning 3:5', 'map-empty warning 1:1'])
  })
})

describe('a Domain cell', () => {
  const domain = (cell: string) => read('| Domain | Path |', '|-|-|', `| ${cell} | \`a\` |`)

  it.each([
    'platform-billing',
    '`platform-billing`',
    '**platform-billing**',
    '[platform-billing](lanes/x.yaml)',
    '[`platform-billing`](x)',
    '_platform-billing_',
    'platform\\-billing',
  ])('%s is the domain platform-billing', (cell) => {
    expect(domain(cell)).toMatchObject({ told: [], rows: [{ domain: 'platform-billing' }] })
  })

  it.each([
    ['Platform-Billing', '`P`', '`platform-billing`'],
    ['Platform Billing', 'a space', '`platform-billing`'],
    ['pl\u0430tform', '`\u0430` (U+0430)', 'type it again'],
    ['platform\u2011billing', '(U+2011)', 'type it again'],
    ['platform\u200bbilling', 'U+200B', 'type it again'],
    ['platform\u00a0billing', 'U+00A0', 'type it again'],
    ['-billing', 'begins with', 'Begin it with'],
    ['x'.repeat(64), '64 characters', 'Shorten'],
    ['billing, iam', '2 domains', 'one row per domain'],
    ['billing + iam', '2 domains', 'one row per domain'],
    ['`billing`<br>`iam`', '2 domains', 'one row per domain'],
  ])('%j is an error that says why and what to write', (cell, why, what) => {
    const { diagnostics, state } = domain(cell)
    expect(state).toBe('faulty')
    expect(diagnostics[0]).toMatchObject({ code: 'domain-invalid', severity: 'error', line: 3, column: 3 })
    expect(diagnostics[0]?.message).toContain(why)
    expect(diagnostics[0]?.hint).toContain(what)
  })
})
