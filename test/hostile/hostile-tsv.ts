import { DECEIVING, fault, fill, type HostileInput, oddity } from './hostile-text.ts'

const HEADER = 'fingerprint\tguard\trule\tpath\tfirst_seen\n'
const row = (fingerprint: string) => `${fingerprint}\tg\tr\tp\t2026-01-01\n`

/** Guard baselines that want to crash, hang or forgive more than they may. */
export const HOSTILE_BASELINES: readonly HostileInput[] = [
  fault('an empty file', ''),
  fault('no header', row('a')),
  fault('columns in another order', `guard\tfingerprint\trule\tpath\tfirst_seen\n${row('a')}`),
  fault('columns with commas', HEADER.replaceAll('\t', ',')),
  fault('a column too many', `${HEADER.trim()}\tnote\n`),
  fault('a million columns', fill('a\t', 4_000_000)),
  fault('a row with a million cells', HEADER + fill('a\t', 4_000_000)),
  fault('a million rows', HEADER + fill('a\n', 2_000_000)),
  fault('a row one cell short', `${HEADER}a\tg\tr\tp\n`),
  fault('a row with an empty cell', `${HEADER}a\t\tr\tp\t2026-01-01\n`),
  fault('a fingerprint twice', HEADER + row('a') + row('a')),
  fault('150,000 equal fingerprints', HEADER + row('a').repeat(150_000)),
  fault('a day that is not there', `${HEADER}a\tg\tr\tp\t2026-02-30\n`),
  fault('a day after all days', `${HEADER}a\tg\tr\tp\t99999-01-01\n`),
  fault('UTF-16', Uint8Array.from(Buffer.from(HEADER, 'utf16le'))),
  fault('a NUL', `${HEADER}${row('a\u0000')}`),
  fault('a file beyond 8 MiB', HEADER + fill('x', 8 * 1024 * 1024)),
  fault('8 MiB of line feeds', fill('\n', 8 * 1024 * 1024)),
  oddity('a cell of a megabyte', HEADER + row(fill('x', 1024 * 1024))),
  oddity('CRLF and a byte order mark', `\ufeff${(HEADER + row('a')).replaceAll('\n', '\r\n')}`),
  oddity('blank lines', `${HEADER}\n\n${row('a')}\n`),
  oddity('the fingerprint __proto__', HEADER + row('__proto__')),
  ...DECEIVING.map(([what, character]) => oddity(`a fingerprint with ${what}`, HEADER + row(`a${character}b`))),
]
