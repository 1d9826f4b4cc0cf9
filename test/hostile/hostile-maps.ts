import { DECEIVING, fault, fill, type HostileInput, oddity } from './hostile-text.ts'

const TABLE = '| Path | Domain |\n|---|---|\n'
const MEGABYTE = 1024 * 1024

const row = (path: string, domain = 'billing') => `${TABLE}| ${path} | ${domain} |\n`
const lines = (count: number, line: (index: number) => string) => Array.from({ length: count }, (_, index) => line(index)).join('\n')

const SIZES: readonly HostileInput[] = [
  fault('a cell of a megabyte', row(`\`${fill('x', MEGABYTE)}\``)),
  fault('a domain of a megabyte', row('`a`', fill('x', MEGABYTE))),
  fault('a cell of a megabyte of backticks', row(fill('`', MEGABYTE))),
  fault('cells of 16 KiB of commas', fill(row(fill('a,', 16_000)), 4 * MEGABYTE)),
  fault('cells of 16 KiB of short paths', fill(row(fill('a/,', 16_000)), 4 * MEGABYTE)),
  fault('cells of 16 KiB of code spans', fill(row(fill('`a` ', 16_000)), 4 * MEGABYTE)),
  fault(
    'cells of 16 KiB of growing runs of backticks',
    fill(row(`\`a/b${lines(170, (index) => '`'.repeat(index)).replaceAll('\n', ' ')}`), 2 * MEGABYTE),
  ),
  fault('a million columns', `${fill('| Path ', 7 * MEGABYTE)}\n`),
  fault('a million columns with a delimiter row', `${fill('|a', MEGABYTE)}|\n${fill('|-', MEGABYTE)}|\n`),
  fault(
    'many tables with many columns and one-cell rows',
    fill(`${fill('|a', 1800)}\n${fill('|-', 1800)}\n${fill('b\n', 600)}\n`, 4 * MEGABYTE),
  ),
  fault('a million rows', TABLE + fill('| `a` | b |\n', 8 * MEGABYTE - 64)),
  fault('rows beyond 50,000', TABLE + lines(50_500, (index) => `| \`a${index}\` | b |`)),
  fault('brace bombs in every row', TABLE + fill(`| \`${'{a,b}'.repeat(8)}\` | b |\n`, MEGABYTE)),
  fault('a file beyond 8 MiB', fill('x', 8 * MEGABYTE + 1)),
  fault('one line of 8 MiB', fill('x', 8 * MEGABYTE)),
  fault('8 MiB of line feeds', fill('\n', 8 * MEGABYTE)),
  fault('8 MiB of carriage returns', fill('\r', 8 * MEGABYTE)),
  fault('8 MiB of rules', fill('---\n', 8 * MEGABYTE)),
  fault('8 MiB of list items', fill('- a\n', 8 * MEGABYTE)),
  fault('8 MiB of small tables', fill('a|b\n-|-\n', 8 * MEGABYTE)),
  fault('an HTML tag of a megabyte of attributes', `${row('`a`')}\n<a ${fill('b=" ', MEGABYTE)}`),
  oddity('an HTML tag of 200 KiB of attributes', `${row('`a`')}\n<a ${fill('b=" ', 200_000)}`),
  oddity('HTML tags on every line', fill(`<a${' b'.repeat(200)}\n`, MEGABYTE)),
  oddity('200 KiB of stars', `${row('`a`')}\n${fill('*', 200_000)}`),
  oddity('200 KiB of brackets', `${row('`a`')}\n${fill('[', 200_000)}`),
  oddity('a header cell of 200 KiB of brackets', `| ${fill('[a](', 200_000)} | Domain |\n|-|-|\n| a | b |`),
  oddity(
    '1,000 columns of one name',
    `${fill('| Notes ', 6000)}| Path | Domain |\n${'|-'.repeat(752)}|\n| ${fill('| ', 1500)} \`a\` | b |`,
  ),
  oddity('a paragraph of 50,000 lines', fill('a\n', 100_000)),
]

const NESTING: readonly HostileInput[] = [
  fault('100,000 quote marks before a header', `${'>'.repeat(100_000)} | Path | Domain |`),
  oddity('100,000 quote marks', '>'.repeat(100_000)),
  oddity('100,000 quote marks on many lines', fill(`${'>'.repeat(1000)}\n`, 100_000)),
  oddity(
    'a staircase of quotes',
    lines(1200, (index) => `${'>'.repeat(index)} a`),
  ),
  oddity('100,000 list marks', '- '.repeat(100_000)),
  oddity(
    'a staircase of lists',
    lines(500, (index) => `${' '.repeat(index * 2)}- a`),
  ),
  oddity('quotes in lists in quotes', fill('> - > - > - a\n', 200_000)),
  oddity('numbered lists with quotes', fill('1. a\n   > b\n', 200_000)),
  fault('a table below 30 quotes', `${'> '.repeat(30)}| Path | Domain |\n${'> '.repeat(30)}|-|-|\n${'> '.repeat(30)}| \`a\` | b |`),
  oddity('a table below 8 quotes', `${'> '.repeat(8)}| Path | Domain |\n${'> '.repeat(8)}|-|-|\n${'> '.repeat(8)}| \`a\` | b |`),
]

const HIDING: readonly HostileInput[] = [
  ...['```', '~~~', '````md', '``` `', '<!--', '<pre>', '<script>', '<?php', '<![CDATA[', '<!DOCTYPE'].map((opening) =>
    fault(`rows below an unclosed ${opening}`, `${row('`a`')}\n${opening === '``` `' ? '```' : opening}\n| \`b\` | c |\n`),
  ),
  fault('a header below an unclosed fence in a list', `- x\n\n  \`\`\`\n  | Path | Domain |\n  |-|-|\n  | a | b |`),
  fault('a header without a delimiter row', '| Path | Domain |\n| `a` | b |\n'),
  fault('a delimiter row one column short', '| Path | Domain | Owner |\n|---|---|\n| `a` | b | c |\n'),
  fault('a delimiter row one column long', '| Path | Domain |\n|---|---|---|\n| `a` | b |\n'),
  fault('a delimiter row of other dashes', '| Path | Domain |\n|———|———|\n| `a` | b |\n'),
  fault('rows without a header', '| `a` | b |\n| `c` | d |\n'),
  fault('two Domain columns', '| Domain | Path | Domain |\n|-|-|-|\n| a | `b` | c |\n'),
  ...['', '<!-- x -->', '## More', '***', '    indented', '> quote', '- item', '<p>', 'prose\n', '|-|-|\n\n'].map((between) =>
    fault(`rows cut off by ${JSON.stringify(between)}`, `${row('`a`')}${between}\n| \`b\` | c |\n\n| \`d\` | e |\n`),
  ),
  oddity('a table in an HTML block', `<div>\n${row('`a`')}</div>`),
  oddity('a table in indented code', row('`a`').replace(/^/gm, '    ')),
  oddity('a table in a closed fence', `\`\`\`\n${row('`a`')}\`\`\``),
  oddity('a table in a closed comment', `<!--\n${row('`a`')}-->`),
]

const ROWS: readonly HostileInput[] = [
  fault('a row without its domain', `${TABLE}| \`a\` |\n`),
  fault('prose directly below a table', `${row('`a`')}Prose.\n`),
  fault('a path without a domain', row('`a`', '')),
  fault('a path for nobody', row('`a`', '—')),
  fault('several domains', row('`a`', 'iam, billing')),
  fault('a code span cut in two by a pipe', row('`x/{a|b}`')),
  fault('a code span that nothing closes', row('`packages/x')),
  oddity('a row with a thousand cells too many', `${TABLE}| \`a\` | b |${'x|'.repeat(1000)}\n`),
  oddity('empty rows', TABLE + '| | |\n'.repeat(1000)),
  oddity('a row of pipes', `${TABLE}${'|'.repeat(5000)}\n`),
  oddity('a row of escaped pipes', `${TABLE}| \`${'\\|'.repeat(2000)}\` | b |\n`),
  oddity('a row of backslashes', `${TABLE}${'\\'.repeat(10_000)}| b |\n`),
  ...DECEIVING.flatMap(([what, character]) => [
    fault(`a domain with ${what}`, row('`a`', `bil${character}ling`)),
    fault(`a path with ${what}`, row(`\`packages/bil${character}ling\``)),
    oddity(`a note with ${what}`, `| Path | Domain | Notes |\n|-|-|-|\n| \`a\` | b | x${character}y |\n`),
  ]),
  ...[
    'Billing',
    'b\u0456lling',
    'billing\u00a0',
    'bill ing',
    'billing/',
    '-billing',
    '.',
    'x'.repeat(64),
    '<b>billing</b>',
    '\ud83d\ude00',
    'billing\u0301',
    'ｂilling',
  ].map((domain) => (domain.trim() === 'billing' ? oddity : fault)(`the domain ${JSON.stringify(domain)}`, row('`a`', domain))),
]

const PATTERNS: readonly HostileInput[] = [
  ...[
    '!a',
    '/a',
    '/',
    '//',
    'a//b',
    '..',
    '../a',
    'a/../b',
    'a/..',
    '{',
    '{a',
    '{a,{b}',
    '.',
    './',
    './/a',
    './!a',
    '{/a,b}',
    '{!a,b}',
    '{..,a}/b',
    '{a,b}'.repeat(18),
    '{a,'.repeat(150),
    'x'.repeat(513),
    'https://example.test/a',
  ].map((pattern) => fault(`the pattern ${pattern.slice(0, 40)}`, row(`\`${pattern}\``))),
  ...[
    '*'.repeat(512),
    '*a'.repeat(200),
    '?'.repeat(512),
    '**/'.repeat(150),
    '[a-z]',
    '(a|b)'.replace('|', '\\|'),
    '+(a)',
    '@(a)',
    'a\\b',
    '...',
    '.../a',
    '<home>/a',
    'C:/x',
    'a b',
    '{id}',
    '}',
    '{a,b}'.repeat(8),
    '-rf',
    '--help',
    '$(x)',
    '%2e%2e/a',
    '~/.ssh',
  ].map((pattern) => oddity(`the pattern ${pattern.slice(0, 40)}`, row(`\`${pattern}\``))),
]

const ENCODINGS: readonly HostileInput[] = [
  fault('UTF-16', Uint8Array.from(Buffer.from(row('`a`'), 'utf16le'))),
  fault('Latin-1', Uint8Array.from([...Buffer.from(row('`caf')), 0xe9, ...Buffer.from('` | b |\n')])),
  fault('an encoded surrogate', Uint8Array.from([...Buffer.from(row('`a`')), 0xed, 0xa0, 0x80])),
  fault('an overlong slash', Uint8Array.from([...Buffer.from(row('`a`')), 0xc0, 0xaf])),
  fault('a NUL in a path', row('`a\u0000b`')),
  fault('a NUL in prose', `x\u0000\n\n${row('`a`')}`),
  fault('a file of NULs', new Uint8Array(10_000)),
  oddity('CRLF', row('`a`').replaceAll('\n', '\r\n')),
  oddity('lone carriage returns', row('`a`').replaceAll('\n', '\r')),
  oddity('a byte order mark', `\ufeff${row('`a`')}`),
  oddity('an empty file', ''),
  oddity('a byte order mark alone', '\ufeff'),
  oddity('the key __proto__ as a header', '| Path | Domain | __proto__ | constructor |\n|-|-|-|-|\n| `a` | b | c | d |\n'),
  fault('a domain called __proto__', row('`a`', '`__proto__`')),
]

/** Ownership maps that want to crash, hang or hide rows. */
export const HOSTILE_MAPS: readonly HostileInput[] = [...SIZES, ...NESTING, ...HIDING, ...ROWS, ...PATTERNS, ...ENCODINGS]
