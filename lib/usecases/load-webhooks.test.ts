import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aFolder } from '#test/git-repository.ts'
import { loadWebhooks } from './load-webhooks.ts'

const SECRET = `whsec_${'A'.repeat(32)}`
const ENVIRONMENT = { LANEKEEPER_WEBHOOK_SECRET_CHAT: SECRET, LANEKEEPER_WEBHOOK_SECRET_MAIL: SECRET, SHORT: 'whsec_AAAA', PLAIN: 'secret' }
const TARGET = `targets:
  - id: chat
    url: https://hooks.example.com/a/b
    secret: LANEKEEPER_WEBHOOK_SECRET_CHAT
    events: [promotion.recorded, 'evidence.*']
`

function load(text: string, demo = false) {
  const file = join(aFolder(), 'webhooks.yaml')
  writeFileSync(file, text)
  const read = loadWebhooks(file, ENVIRONMENT, demo)
  return 'faults' in read ? read.faults.map((line) => line.replace(file, 'webhooks.yaml')) : read.targets
}

describe('a file of webhooks', () => {
  it('names targets, and where their secrets are', () => {
    expect(load(TARGET)).toMatchObject([
      { id: 'chat', events: ['promotion.recorded', 'evidence.*'], allowPrivate: false, keys: [{ length: 24 }] },
    ])
  })

  it('docs/notifications.md shows one that is read without a fault', () => {
    const [, example = ''] = /```yaml\n(# webhooks\.yaml\n.*?)```/s.exec(readFileSync('docs/notifications.md', 'utf8')) ?? []
    expect(load(example)).toMatchObject([{ id: 'chat' }, { id: 'mail' }])
  })

  it('http is for this machine, in the demo', () => {
    const plain = TARGET.replace('https://hooks.example.com', 'http://127.0.0.1:9')
    expect(load(plain, true)).toMatchObject([{ allowPrivate: true }])
    expect(load(plain)).toEqual([expect.stringContaining('target chat: the url must be https')])
    expect(load(TARGET.replace('https', 'http'), true)).toEqual([expect.stringContaining('webhooks.yaml:3:')])
  })

  it.each<[string, string | RegExp, string, string]>([
    [
      'a misspelled event',
      'promotion.recorded',
      'promotion.record',
      'webhooks.yaml:5:14: Nothing is ever recorded as `promotion.record`. Write `promotion.recorded`',
    ],
    ['an unknown kind', "'evidence.*'", "'evidences.*'", 'Nothing is ever recorded as `evidences.*`.'],
    ['a secret instead of its name', 'LANEKEEPER_WEBHOOK_SECRET_CHAT', SECRET, '`secret` is no name of a variable.'],
    ['a secret that is not set', 'SECRET_CHAT', 'SECRET_GONE', 'LANEKEEPER_WEBHOOK_SECRET_GONE must be set to whsec_'],
    ['a short secret', 'LANEKEEPER_WEBHOOK_SECRET_CHAT', 'SHORT', 'SHORT must be set to whsec_'],
    ['a secret of another form', 'LANEKEEPER_WEBHOOK_SECRET_CHAT', 'PLAIN', 'PLAIN must be set to whsec_'],
    ['no events', /.*events.*\n/, '', 'A target needs `events`.'],
    ['a password in the address', 'https://', 'https://u:p@', '`url` is no address that is called.'],
    ['another scheme', 'https://', 'file://', '`url` is no address that is called.'],
    ['an unknown key', 'events:', 'colour: red\n    events:', 'A target has no key `colour`'],
    ['no targets', /.*/s, 'targets: []\n', 'The file has no targets.'],
  ])('%s is a line with its place', (_, from, to, line) => {
    const faults = load(TARGET.replace(from, to))
    expect(faults.join('\n')).toContain(line)
    expect(faults.join('\n')).not.toContain('whsec_AAAA')
  })

  it('the same target twice, and a file that is not there', () => {
    expect(load(`${TARGET}${TARGET.replace('targets:\n', '')}`)).toEqual([expect.stringContaining('`chat` is there twice')])
    expect(loadWebhooks('/no/such/file', {}, false)).toEqual({ faults: [expect.stringContaining('LANEKEEPER_WEBHOOKS: /no/such/file')] })
  })
})
