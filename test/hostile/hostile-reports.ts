import { DECEIVING, fill } from './hostile-text.ts'

/** A hostile report as text. `faulty` says that it must be told as a fault. */
export interface HostileReport {
  readonly name: string
  readonly text: string
  readonly faulty: boolean
}

function fault(name: string, text: string): HostileReport {
  return { name, text, faulty: true }
}

function oddity(name: string, text: string): HostileReport {
  return { name, text, faulty: false }
}

const suite = (inner: string) => `<testsuite name="s">${inner}</testsuite>`
const laughs = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "ha">${Array.from(
  { length: 20 },
  (_, n) => `<!ENTITY a${n + 1} "${`&a${n};`.repeat(10)}">`,
).join('')}]>${suite('&a20;')}`
const FILE_ENTITY = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'

export const HOSTILE_JUNIT: readonly HostileReport[] = [
  fault('a billion laughs', laughs),
  fault('a billion laughs without end', laughs.slice(0, -20)),
  fault('an entity that reads a file', `${FILE_ENTITY}${suite('<testcase name="&f;"/>')}`),
  fault('a document type from elsewhere', `<!DOCTYPE x SYSTEM "http://127.0.0.1/x.dtd">${suite('')}`),
  fault('a document type that goes on', `<!DOCTYPE x [${fill('<!ENTITY a "b">', 8_000_000)}`),
  fault('a document type within', suite('<!DOCTYPE x>')),
  fault('10,000 suites in each other', `${'<testsuite>'.repeat(10_000)}${'</testsuite>'.repeat(10_000)}`),
  fault('10,000 other elements in each other', suite(`${'<a>'.repeat(10_000)}${'</a>'.repeat(10_000)}`)),
  fault('a million elements that nothing closes', '<a>'.repeat(1_000_000)),
  fault('an attribute of two megabytes', `<testsuite name="${fill('x', 2_000_000)}"/>`),
  fault('an attribute that nothing closes', `<testsuite name="${fill('x', 8_000_000)}`),
  fault('an attribute of a million entities', `<testsuite name="${'&lt;'.repeat(1_000_000)}"/>`),
  fault('100,000 attributes', `<testsuite ${Array.from({ length: 100_000 }, (_, n) => `a${n}="1"`).join(' ')}/>`),
  fault('an attribute twice', '<testsuite name="a" name="b"/>'),
  fault('an element name of a megabyte', `<${fill('x', 1_000_000)}/>`),
  fault('a report beyond its limit', suite(fill(' ', 33 * 1024 * 1024))),
  fault('eight megabytes of line feeds', fill('\n', 8_000_000)),
  fault('eight megabytes of comment before the first element', `<!--${fill('x', 8_000_000)}-->${suite('')}`),
  fault('a comment that nothing closes', suite('<!--')),
  fault('a CDATA section that nothing closes', suite(`<testcase><failure><![CDATA[${fill(']]', 1_000_000)}`)),
  fault('a processing instruction that nothing closes', suite(`<?x ${fill('?', 1_000_000)}`)),
  fault('a report cut off within a case', suite('<testcase name="a"><fail').slice(0, -12)),
  fault('a report cut off between cases', '<testsuite><testcase name="a"/>'),
  fault('elements that cross', suite('<testcase><failure></testcase></failure>')),
  fault('two roots', suite('') + suite('')),
  fault('text after the root', `${suite('')}x`),
  fault('text without an element', 'All 12 tests passed'),
  fault('a NUL', suite('<testcase name="a\u0000"/>')),
  fault('a control character by reference', suite('<testcase name="&#0;"/>')),
  fault('a lone surrogate', suite('<testcase name="\ud800"/>')),
  fault('a lone surrogate by reference', suite('<testcase name="&#xd800;"/>')),
  fault('a reference beyond all characters', suite('&#x110000;')),
  fault('a reference of a million digits', suite(`&#${fill('1', 1_000_000)};`)),
  fault('an unknown entity', suite('&nbsp;')),
  fault('entities named like what JavaScript has', suite('&constructor;&__proto__;')),
  fault('UTF-16 taken for UTF-8', Buffer.from(suite(''), 'utf16le').toString('utf8')),
  fault('UTF-16 with its mark, taken for UTF-8', Buffer.from(`\ufeff${suite('')}`, 'utf16le').toString('utf8')),
  fault('gzip taken for text', '\u001f\ufffd\b\u0000\u0000\u0000'),
  fault('HTML', '<!doctype html><html><body>Sign in</body></html>'),
  fault('JSON', '{"tests": 4}'),
  fault('TAP', 'TAP version 14\n1..4\nok 1'),
  fault('an empty report', ''),
  fault('only a byte order mark', '\ufeff'),
  fault('only a declaration', '<?xml version="1.0"?>'),
  oddity('attributes named like what JavaScript has', suite('<testcase __proto__="x" constructor="y" toString="z"/>')),
  oddity('elements named like what JavaScript has', suite('<testcase><__proto__/><constructor/></testcase>')),
  oddity('a million cases', suite('<testcase/>'.repeat(1_000_000))),
  oddity('a failure of four megabytes', suite(`<testcase><failure>${fill('x', 4_000_000)}</failure></testcase>`)),
  oddity('a skip with a reason of four megabytes', suite(`<testcase><skipped>${fill('x', 4_000_000)}</skipped></testcase>`)),
  oddity(
    '100,000 skips with reasons of their own',
    suite(Array.from({ length: 100_000 }, (_, n) => `<testcase><skipped message="${n}"/></testcase>`).join('')),
  ),
  oddity('numbers beyond all numbers', '<testsuite tests="1e999" failures="9007199254740993" errors="0x10"/>'),
  oddity('a case in a case', suite('<testcase><testcase><failure/></testcase></testcase>')),
  oddity('a suite in a case', suite('<testcase><testsuite><testcase><failure/></testcase></testsuite></testcase>')),
  ...DECEIVING.filter(([what]) => what !== 'an escape' && what !== 'a backspace').map(([what, character]) =>
    oddity(`a reason with ${what}`, suite(`<testcase><skipped message="a${character}b"/></testcase>`)),
  ),
]

const log = (results: string, rest = '') => `{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"g"}},"results":[${results}]${rest}}]}`
const result = (fingerprint: string, rest = '') => `{"ruleId":"r","fingerprints":{"a":"${fingerprint}"}${rest}}`

export const HOSTILE_SARIF: readonly HostileReport[] = [
  fault('a million lists in each other', '['.repeat(1_000_000)),
  fault('a million objects in each other', '{"a":'.repeat(1_000_000)),
  fault('deep properties', log(result('f', `,"properties":${'['.repeat(100)}${']'.repeat(100)}`))),
  fault('a million empty objects', `[${'{},'.repeat(1_000_000)}{}]`),
  fault('a million empty results', log(`${'{},'.repeat(1_000_000)}{}`)),
  fault('100,000 results without a fingerprint', log(`${'{"ruleId":"r"},'.repeat(100_000)}{}`)),
  fault('30,000 findings', log(Array.from({ length: 30_000 }, (_, n) => result(`f${n}`)).join())),
  fault('a report beyond its limit', log(result('f'), `,"x":"${fill('x', 9_000_000)}"`)),
  fault('a string that nothing closes', `{"version":"${fill('x', 8_000_000)}`),
  fault('eight megabytes of backslashes', `{"version":"${fill('\\', 8_000_000)}`),
  fault('a number of a million digits for a version', `{"version":${fill('1', 1_000_000)}}`),
  fault('a report cut off', log(result('f')).slice(0, -4)),
  fault('something after the end', `${log(result('f'))}x`),
  fault('two logs', log('') + log('')),
  fault('a trailing comma', log(`${result('f')},`)),
  fault('a comment', `// x\n${log('')}`),
  fault('single quotes', "{'version':'2.1.0'}"),
  fault('a key twice', log(result('f', ',"ruleId":"s"'))),
  fault('a fingerprint twice in its object', log('{"fingerprints":{"a":"1","a":"2"}}')),
  fault('a NUL', log(result('f\u0000'))),
  fault('a NUL as an escape', log(result('f\\u0000'))),
  fault('a lone surrogate as an escape', log(result('f\\ud800'))),
  fault('a fingerprint of a megabyte', log(result(fill('x', 1_000_000)))),
  fault(
    'a path of a megabyte',
    log(result('f', `,"locations":[{"physicalLocation":{"artifactLocation":{"uri":"${fill('x', 1_000_000)}"}}}]`)),
  ),
  fault('a fingerprint that is a number', log('{"fingerprints":{"a":1}}')),
  fault('a fingerprint that is a list', log('{"fingerprints":["a"]}')),
  fault('a fingerprint of spaces', log(result('  '))),
  fault('results that are an object', '{"version":"2.1.0","runs":[{"results":{}}]}'),
  fault('results that are null', '{"version":"2.1.0","runs":[{"results":null}]}'),
  fault('runs that are numbers', '{"version":"2.1.0","runs":[1,2]}'),
  fault('a version that is a number', '{"version":2.1,"runs":[]}'),
  fault('the version of the draft before', '{"version":"2.0.0-csd.2.beta","runs":[]}'),
  fault('null', '{"version":null,"runs":null}'),
  fault('a list', '[]'),
  fault('UTF-16 taken for UTF-8', Buffer.from(log(''), 'utf16le').toString('utf8')),
  ...DECEIVING.map(([what, character]) => fault(`a fingerprint with ${what}`, log(result(`a${JSON.stringify(character).slice(1, -1)}b`)))),
  oddity('keys named like what JavaScript has', log('{"__proto__":{"x":1},"constructor":1,"fingerprints":{"__proto__":"f"}}')),
  oddity('an index beyond the rules', log('{"ruleIndex":1e9,"fingerprints":{"a":"f"}}')),
  oddity('an index that is none', log('{"ruleIndex":-1.5,"rule":{"index":"x"},"fingerprints":{"a":"f"}}')),
  oddity('a thousand runs', `{"version":"2.1.0","runs":[${Array(1000).fill('{"tool":{"driver":{"name":"g"}},"results":[]}').join()}]}`),
  oddity('20,000 findings', log(Array.from({ length: 20_000 }, (_, n) => result(`f${n}`)).join())),
  oddity('a message of four megabytes', log(result('f', `,"message":{"text":"${fill('x', 4_000_000)}"}`))),
  oddity('spaces before it', `${fill(' \n', 1_000_000)}${log('')}`),
]

const HEADER = 'fingerprint\tguard\trule\tpath\tfirst_seen\n'
const row = (fingerprint: string) => `${fingerprint}\tg\tr\tp\t2026-01-01\n`

export const HOSTILE_GUARD_TSV: readonly HostileReport[] = [
  fault('an empty report', ''),
  fault('spaces', ' \t\n'),
  fault('a row without a header', row('a')),
  fault('columns with commas', HEADER.replaceAll('\t', ',')),
  fault('the columns of the allowed debt', 'fingerprint\towner\treason\texpires\tfairway_task\n'),
  fault('a column too many', `${HEADER.trim()}\tnote\n`),
  fault('a million columns', fill('a\t', 4_000_000)),
  fault('a row of a million cells', HEADER + fill('a\t', 4_000_000)),
  fault('a row one cell short', `${HEADER}a\tg\tr\n`),
  fault('a row one cell long', `${HEADER}a\tg\tr\tp\td\tx\n`),
  fault('a row without a fingerprint', HEADER + row(' ')),
  fault('a row with an empty cell', `${HEADER}a\tg\t\tp\t\n`),
  fault('two million bad rows', HEADER + fill('a\n', 4_000_000)),
  fault('40,000 bad rows', HEADER + 'a\n'.repeat(40_000)),
  fault('30,000 findings', HEADER + Array.from({ length: 30_000 }, (_, n) => row(`f${n}`)).join('')),
  fault('a fingerprint of a megabyte', HEADER + row(fill('x', 1_000_000))),
  fault('a report beyond its limit', HEADER + fill('x', 9_000_000)),
  fault('eight megabytes of line feeds', HEADER + fill('\n', 8_000_000)),
  fault('eight megabytes of carriage returns', HEADER + fill('\r', 8_000_000)),
  fault('a NUL', HEADER + row('a\u0000')),
  fault('a lone surrogate', HEADER + row('a\ud800')),
  fault('UTF-16 taken for UTF-8', Buffer.from(HEADER, 'utf16le').toString('utf8')),
  fault('XML', '<checkstyle/>'),
  ...DECEIVING.map(([what, character]) => fault(`a fingerprint with ${what}`, HEADER + row(`a${character}b`))),
  oddity('a header alone', HEADER),
  oddity('a header without the end of its line', HEADER.trim()),
  oddity('20,000 equal findings', HEADER + row('a').repeat(20_000)),
  oddity('a fingerprint named like what JavaScript has', HEADER + row('__proto__') + row('constructor')),
  oddity('a day that is none', `${HEADER}a\tg\tr\tp\tnever\n`),
]
