import { describe, expect, it } from 'vitest'
import { readOwnershipMap } from './ownership-map.ts'

/** The rows and diagnostics of a table with the given header; rows begin in line 3. */
function shape(header: string, ...rows: string[]) {
  const width = header.split('|').length - 2
  const text = [header, `|${'---|'.repeat(width)}`, ...rows].join('\n')
  return readShape(new TextEncoder().encode(text))
}

function readShape(bytes: Uint8Array) {
  const { map, diagnostics } = readOwnershipMap('package', 'map.md', bytes)
  return {
    state: map.state,
    owned: map.rows.map((row) => `${row.domain}: ${row.paths.flatMap(({ pattern }) => pattern.alternatives).join(' ')}`),
    told: diagnostics.map(({ code, severity, line }) => `${code} ${severity} ${line}`),
  }
}

describe('the shapes of ownership tables that people write', () => {
  it('S1: a back-ticked folder with a slash at its end', () => {
    expect(shape('| Path | Domain | Contents |', '| `src/normalize/` | text | normalisation |', '| `data/` | text | JSON |')).toEqual({
      state: 'read',
      owned: ['text: src/normalize', 'text: data'],
      told: [],
    })
  })

  it('S2: several back-ticked paths with commas; URLs stand in another column', () => {
    const rows = ['| `/api/v1/session`, `/api/v1/me/{id}` | `svc/session/**`, `svc/me/**` | iam |']
    expect(shape('| Route prefix | Handler | Domain |', ...rows)).toEqual({
      state: 'read',
      owned: ['iam: svc/session/** svc/me/**'],
      told: [],
    })
  })

  it('S3: several paths with <br> between them', () => {
    const rows = ['| `src/renderer/src/lib/**`<br>`src/shared/**`<br/>`src/main/**` `src/preload/**` | app |']
    expect(shape('| Path | Domain |', ...rows).owned).toEqual(['app: src/renderer/src/lib/** src/shared/** src/main/** src/preload/**'])
  })

  it('S4: several paths with only spaces between them', () => {
    expect(shape('| Path | Domain |', '| `e2e/**` `scripts/**` `**/*.test.ts` | qa |')).toEqual({
      state: 'read',
      owned: ['qa: e2e/** scripts/** **/*.test.ts'],
      told: [],
    })
  })

  it('S5: braces inside one code span, whose commas do not separate, and prose beside it', () => {
    const rows = [
      '| `scripts/train/{data_pipeline,packs,license}.py`, provenance manifest, gate spec | data |',
      '| ops/{host,publish,ci}/, tools/x | ops |',
    ]
    expect(shape('| Paths | Domain |', ...rows)).toEqual({
      state: 'read',
      owned: [
        'data: scripts/train/data_pipeline.py scripts/train/packs.py scripts/train/license.py',
        'ops: ops/host ops/publish ops/ci tools/x',
      ],
      told: [],
    })
  })

  it('S6: a second path relative to the first is read as written, and told; dots that leave a part open are dropped, and told', () => {
    const rows = [
      '| `scripts/eval/config_levers.py`, `regate.py` | levers |',
      '| `tests/fixtures/client/`, `.../signals/`, `.../screen/` … | client |',
    ]
    expect(shape('| Path | Domain |', ...rows)).toEqual({
      state: 'read',
      owned: ['levers: scripts/eval/config_levers.py regate.py', 'client: tests/fixtures/client'],
      told: ['cell-unclear warning 3', 'cell-unclear warning 4', 'cell-unclear warning 4'],
    })
  })

  it('S7: prose beside a path is prose, but prose that looks like a path is told', () => {
    const rows = [
      '| `tests/captures/` (these 18 files) | one |',
      '| `pages/admin/*` (Users, Roles, Offices) | two |',
      '| new `src/analysis/shape_archive.py`, matching test | three |',
      '| `src/a/`, src/b/, and setup.py | four |',
    ]
    expect(shape('| Path | Domain |', ...rows)).toEqual({
      state: 'read',
      owned: ['one: tests/captures', 'two: pages/admin/*', 'three: src/analysis/shape_archive.py', 'four: src/a'],
      told: ['cell-unclear warning 6', 'cell-unclear warning 6'],
    })
  })

  it('S8: without backticks, a label or an annotation makes the cell unclear', () => {
    const rows = [
      '| app/ (frontend) | a |',
      '| CI / hygiene | b |',
      '| root context files, `skills/`, `memory/` | c |',
      '| shared | d |',
      '| tools | e |',
    ]
    expect(shape('| Path | Domain |', ...rows)).toEqual({
      state: 'read',
      owned: ['c: skills memory', 'e: tools'],
      told: ['cell-unclear warning 3', 'cell-unclear warning 4', 'cell-unclear warning 6', 'cell-unclear warning 7'],
    })
  })

  it('S9: links count by their text, bold type is stripped, an absolute path is an error', () => {
    const rows = [
      '| README.md | docs |',
      '| [packages/x](../../packages/x) | docs |',
      '| [`packages/y`](../../packages/y) | docs |',
      '| [Writing guide](../style/writing-guide.md) | docs |',
      '| **packages/z/** | docs |',
      '| **`/app/<AppName>/**`** | docs |',
    ]
    expect(shape('| Path | Domain |', ...rows)).toEqual({
      state: 'faulty',
      owned: ['docs: README.md', 'docs: packages/x', 'docs: packages/y', 'docs: packages/z'],
      told: ['cell-unclear warning 6', 'pattern-absolute error 8'],
    })
  })

  it('S10: escaped pipes, also inside code spans, and wiki links', () => {
    const rows = [
      '| [[0002-io\\|0002]] | `app/lib/parser.dart`<br>`app/lib/models.dart` | parser |',
      '| 0003 | `x/{a\\|b}.ts` | parser |',
      '| 0004 | [[packages/x\\|packages/y]] | parser |',
    ]
    expect(shape('| ADR | Path | Domain |', ...rows)).toEqual({
      state: 'read',
      owned: ['parser: app/lib/parser.dart app/lib/models.dart', 'parser: x/{a|b}.ts', 'parser: packages/y'],
      told: ['pattern-brace-single warning 4'],
    })
  })

  it('S11: the columns stand in any order', () => {
    expect(shape('| Owner | Domain | Lives in | Package | Extra |', '| Lead | core | here | `Game/Maps/Hub` | x |').owned).toEqual([
      'core: Game/Maps/Hub',
    ])
    expect(shape('| Layer | Package | Domain |', '| Thin | `/Game/Maps/Hubs/L_Hub` | core |').told).toEqual([
      'pattern-absolute error 3',
      'map-empty warning 1',
    ])
  })

  it('S12: alignment colons, no outer pipes, ragged rows', () => {
    const text = 'Path | Domain | Status\n:--- | :---: | ---:\n`cmd/a` | team-a\n`cmd/b` | team-b | ok | extra cell'
    expect(readShape(new TextEncoder().encode(text))).toEqual({
      state: 'read',
      owned: ['team-a: cmd/a', 'team-b: cmd/b'],
      told: ['row-ragged warning 3', 'row-ragged warning 4'],
    })
  })

  it('S13: maps whose subject is no path: tables, events, endpoints', () => {
    expect(shape('| Table | Domain | Migration | Primary Key |', '| `users` | auth | `db/migrations/*_users*` | `id UUID` |')).toEqual({
      state: 'read',
      owned: ['auth: db/migrations/*_users*'],
      told: [],
    })
    expect(shape('| Method | Path | Domain |', '| POST | `/auth/login` | auth |').told).toContain('pattern-absolute error 3')
  })

  it('S14: framework folders that are glob syntax by accident are literal', () => {
    const rows = [
      '| `app/(app)/time/` (operator + `validate/`)<br>`app/(app)/hr/time/` | time |',
      '| `app/api/time/**`<br>`app/api/sheet/[token]/`<br>`app/api/cron/{alert,remind}/` | time |',
      '| app/(auth)/[...slug]/page.tsx | time |',
    ]
    expect(shape('| Path | Domain |', ...rows)).toEqual({
      state: 'read',
      owned: [
        'time: app/(app)/time validate app/(app)/hr/time',
        'time: app/api/time/** app/api/sheet/[token] app/api/cron/alert app/api/cron/remind',
        'time: app/(auth)/[...slug]/page.tsx',
      ],
      told: ['cell-unclear warning 3'],
    })
  })

  it('S15: placeholders, empty and dash cells are told', () => {
    const rows = [
      '| `<home>/.claude.json` | tool |',
      '| `packages/x` | |',
      '| `packages/y` | — |',
      '| … | TBD |',
      '| | tool |',
      '| none | tool |',
    ]
    expect(shape('| Path | Domain |', ...rows)).toEqual({
      state: 'faulty',
      owned: [],
      told: [
        'cell-unclear warning 3',
        'cell-empty error 4',
        'cell-empty error 5',
        'cell-empty warning 6',
        'cell-empty warning 6',
        'cell-empty warning 7',
        'cell-empty warning 8',
        'map-empty warning 1',
      ],
    })
  })

  it('S16: a table inside a code fence or a source comment is ignored', () => {
    const text = '```markdown\n| Path | Domain |\n|---|---|\n| `not/owned` | nobody |\n```\n\n//! | Path | Domain\n'
    expect(readShape(new TextEncoder().encode(text)).owned).toEqual([])
  })

  it('S17: headers in another language make no ownership table, so the map is empty, and says so', () => {
    expect(shape('| パス | 部門 |', '| `a/` | x |').told).toEqual(['map-empty warning 1'])
    expect(shape('| Path | Área | Domain |', '| `docs/日本/` | sí | x |')).toEqual({ state: 'read', owned: ['x: docs/日本'], told: [] })
  })

  it('S18: a table of file rights has a path but no domain, so it does not count, and says so', () => {
    expect(shape('| Path | Owner |', '| `/etc/hermes` | root:root |').told).toEqual(['table-not-counted warning 1', 'map-empty warning 1'])
  })

  it('S19: CRLF, a byte order mark, no-break spaces, tabs, trailing spaces and padded columns change nothing', () => {
    const text = `\ufeff|\tPath\u00a0| Domain |  \r\n|---|---|\r\n|\u00a0\`a/b\`\t|\u00a0one  |\r\n| \`c\`${' '.repeat(8000)}|\ttwo | \r\n`
    expect(readShape(new TextEncoder().encode(text))).toEqual({ state: 'read', owned: ['one: a/b', 'two: c'], told: [] })
  })

  it('S20: the same path in several spellings is read as the same path', () => {
    const rows = ['| `packages/x` | a |', '| `packages/x/` | b |', '| `./packages/x` | c |', '| `/packages/x` | d |']
    expect(shape('| Path | Domain |', ...rows)).toEqual({
      state: 'faulty',
      owned: ['a: packages/x', 'b: packages/x', 'c: packages/x'],
      told: ['pattern-dot-slash warning 5', 'pattern-absolute error 6'],
    })
  })
})
