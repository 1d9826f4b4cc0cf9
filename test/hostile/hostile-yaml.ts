import { DECEIVING, fault, fill, type HostileInput, oddity } from './hostile-text.ts'

const lane = (line: string) => `domain_lane:\n  domain_id: billing\n  global_gates: [codegen]\n  ${line}\n`
const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghij'
  .split('')
  .map((key, index) => `${key}: &${key} [${`*${'abcdefghi'[index]},`.repeat(8)}*${'abcdefghi'[index]}]`)
  .join('\n')}\n`
const staircase = (piece: string, depth: number) => Array.from({ length: depth }, (_, index) => ' '.repeat(index) + piece).join('\n')

/** YAML that no file of ours may hold, whatever the file is for. */
export const HOSTILE_YAML: readonly HostileInput[] = [
  fault('an alias bomb', bomb),
  fault('an anchor', lane('owner: &x y')),
  fault('an alias', lane('owner: *x')),
  fault('a tag', lane('owner: !!js/function x')),
  fault('a binary tag', lane('owner: !!binary aGk=')),
  fault('a merge key', lane('<<: { owner: x }')),
  ...['__proto__', 'constructor', 'prototype'].map((key) => fault(`the key ${key}`, lane(`${key}: { polluted: yes }`))),
  fault('a repeated key', lane('domain_id: iam')),
  fault('20,000 flow lists', '['.repeat(20_000)),
  fault('20,000 flow lists, closed', '['.repeat(20_000) + ']'.repeat(20_000)),
  fault('flow lists on lines of their own', '[\n'.repeat(20_000)),
  fault('20,000 flow mappings', '{a: '.repeat(20_000)),
  fault('200,000 dashes', '- '.repeat(200_000)),
  fault('200,000 question marks', '? '.repeat(200_000)),
  fault('a staircase of keys', staircase('a:', 900)),
  fault('a staircase of dashes', staircase('-', 700)),
  fault('100,000 colons', ': '.repeat(100_000)),
  fault('200,000 anchors', '&a '.repeat(150_000)),
  fault('200,000 tags', '!a '.repeat(150_000)),
  fault('100,000 directives', '%a b\n'.repeat(100_000)),
  fault('100,000 documents', '---\n'.repeat(100_000)),
  fault('100,000 items', `domain_lane:\n  source_paths:\n${'  - a\n'.repeat(80_000)}`),
  fault('10,000 equal keys', 'a: 1\n'.repeat(10_000)),
  fault('a file beyond 512 KiB', `a: ${fill('x', 512 * 1024)}`),
  fault('500 KiB of quoted text that nothing closes', `a: "${fill('a\n', 500_000)}`),
  fault('500 KiB of one key', `${fill('a:', 500_000)}`),
  fault('500 KiB of text', fill('a\n', 500_000)),
  fault('500 KiB of tabs', fill('\t', 500_000)),
  fault('500 KiB of carriage returns', fill('\r\n', 500_000)),
  fault('500 KiB of comments', fill('#\n', 500_000)),
  fault('keys that are lists', '? [a, b]\n: c\n'),
  fault('two documents', `${lane('owner: x')}---\n${lane('owner: y')}`),
  fault('a second document after the end mark', `${lane('owner: x')}...\n${lane('owner: y')}`),
  fault('tabs for indentation', 'domain_lane:\n\tdomain_id: x\n'),
  fault('an unclosed list', lane('owner: [x')),
  fault('an unclosed mapping', lane('owner: {x')),
  fault('an empty file', ''),
  fault('only a comment', '# nothing\n'),
  fault('a list', '- a\n- b\n'),
  fault('a text', 'domain_lane\n'),
  fault('a number', '1e400\n'),
  fault('a NUL', lane('owner: "x\u0000y"')),
  fault('UTF-16', Uint8Array.from(Buffer.from(lane('owner: x'), 'utf16le'))),
  fault('Latin-1', Uint8Array.from([...Buffer.from(lane('owner: caf')), 0xe9])),
]

/** Lanes whose YAML is sound but whose content is not. */
export const HOSTILE_LANES: readonly HostileInput[] = [
  ...['Billing', 'b\u0456lling', 'bill ing', '-x', '"\\ud800"', '[a]', '{ a: b }', 'global', 'x'.repeat(64), '""'].map((id) =>
    fault(`the domain_id ${id}`, `domain_lane:\n  domain_id: ${id}\n`),
  ),
  ...[
    '/a',
    '"!a"',
    '"*/../a"',
    'a//b',
    '"{a"',
    `"${'{a,b}'.repeat(18)}"`,
    'x'.repeat(600),
    '"a\\u202eb"',
    '"a\\0b"',
    '"\\ud800"',
    '""',
    '[a]',
    '{a: b}',
    '',
  ].map((path) => fault(`the source path ${path.slice(0, 30)}`, lane(`source_paths:\n    - ok\n    - ${path}`))),
  ...[
    '日本',
    '"…"',
    '{ id: A }',
    '{ id: a/b/c }',
    '{ id: iam/local/x }',
    '{}',
    '{ idd: x }',
    '[x]',
    '""',
    '{ id: x, max_age: 1e9d }',
    '{ id: x, max_age: -1d }',
    '{ id: x, deterministic: maybe }',
    '{ id: x, producers: { a: b } }',
  ].map((gate) => fault(`the gate ${gate}`, lane(`domain_local_gates:\n    - ok\n    - ${gate}`))),
  ...DECEIVING.filter(([, character]) => character !== '\ufeff').map(([what, character]) =>
    fault(`an id with ${what}`, `domain_lane:\n  domain_id: bil${character}ling\n`),
  ),
  fault('a gate twice', lane('domain_local_gates: [Unit, unit]')),
  fault('two gates with one slug of 63 characters', lane(`domain_local_gates: [${'a'.repeat(70)}, ${'a'.repeat(80)}]`)),
  fault('a slip in a key', lane('consumer_smoke: [x]')),
  fault('a list that is a text', lane('consumer_smokes: x')),
  fault('a list that is a mapping', lane('consumer_smokes: { a: b }')),
  fault('a kind that is none', lane('kind: service')),
  fault('paths that stand for millions', lane(`source_paths:\n${`    - "${'{a,b}'.repeat(8)}"\n`.repeat(2000)}`)),
  oddity('10,000 paths', lane(`source_paths:\n${'    - a/b\n'.repeat(10_000)}`)),
  oddity('a title of 400 KiB', lane(`title: ${fill('x', 400_000)}`)),
  oddity('a title with an escape', lane('title: "\\e[2Jx\\u202ey"')),
  oddity('an unknown key', lane('colour: red')),
  oddity('dependencies on itself', lane('depends_on: [billing, billing]')),
]

const packet = (line: string) => `schema: lanekeeper.extraction-packets.v1\npackets:\n  - domain_id: billing\n    ${line}\n`

/** Extraction packets that pretend to have what they lack. */
export const HOSTILE_PACKETS: readonly HostileInput[] = [
  ...[
    'cross_process_callers: none',
    'cross_process_callers: []',
    'supported_consumers: [[]]',
    'supported_consumers: { none: }',
    'decision: yes',
    'decision: { recommendation: Split_Worker }',
    'decision: { recommendation: split_worker, decided_on: yesterday }',
    'boundary_guard: { mode: blocking-new }',
    'rollback: []',
    'degradation: { gate: ../x }',
    'statusops: { gate: billing/slo }',
    'service_auth: approved',
    'service_auth: [approved]',
    'domain_id: billing',
    'release_profile: [full]',
    'recommendation: split_worker',
    'decisions: {}',
  ].map((line) => (line === 'recommendation: split_worker' ? oddity : fault)(line, packet(line))),
  fault('no schema', 'packets: []\n'),
  fault('another schema', 'schema: lanekeeper.extraction-packets.v2\npackets: []\n'),
  fault('packets that are a mapping', 'schema: lanekeeper.extraction-packets.v1\npackets: { billing: {} }\n'),
  fault('two packets of one domain', `${packet('fairway_task: a')}  - domain_id: billing\n`),
]
