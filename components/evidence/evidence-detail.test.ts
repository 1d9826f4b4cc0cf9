import { createElement } from 'react'
import { describe, expect, it } from 'vitest'
import { drawn } from '#test/drawn.ts'
import type { EvidenceDetailProps } from './detailed-evidence.ts'
import { EvidenceDetail } from './evidence-detail.tsx'
import { FINDINGS_A_PAGE } from './findings.tsx'

const HTML = '<img src=x onerror=alert(1)>'
const HOSTILE = `${HTML} \u001b[31mred\u001b[0m \u202eevil\u202c zero\u200bwidth`
const SHOWN = '&lt;img src=x onerror=alert(1)&gt;'
const LONG = 'x'.repeat(10_000)
const ID = '00000000-0000-4000-8000-000000000000'

function shown(given: Partial<EvidenceDetailProps['evidence']> = {}, props: Partial<EvidenceDetailProps> = {}): string {
  const evidence = {
    id: ID,
    sequence: 7,
    gate: 'platform-billing/local/unit',
    layer: 'domain-local',
    domain: 'platform-billing',
    result: 'passed',
    content: { gitCommit: 'a'.repeat(40) },
    receivedAt: '2026-11-24T08:00:00.000Z',
    profile: null,
    command: 'make unit',
    exitCode: 0,
    counts: null,
    startedAt: null,
    finishedAt: null,
    artifacts: [],
    runId: null,
    ci: null,
    supersedes: [],
    reason: null,
    gateDefinition: `sha256:${'d'.repeat(64)}`,
    producer: { identity: 'token:ci', name: 'ci' },
    revoked: null,
    ...given,
  } as const
  return drawn(
    createElement(EvidenceDetail, {
      evidence,
      gateTitle: 'unit',
      findings: null,
      from: 0,
      lessened: [],
      supersedes: [],
      answeredBy: [],
      run: null,
      recorded: { entry: { sequence: 3, hash: 'e'.repeat(64) }, fault: null, bound: true },
      revocation: null,
      repository: null,
      now: Date.parse('2026-11-24T09:00:00Z'),
      ...props,
    }),
  )
}

const textOf = (markup: string) => markup.replaceAll(/<[^>]*>/g, '')

describe('whatever evidence holds is shown as text', () => {
  it.each<[string, Partial<EvidenceDetailProps['evidence']>, Partial<EvidenceDetailProps>]>([
    ['the command', { command: HOSTILE }, {}],
    ['the reason', { reason: HOSTILE }, {}],
    ['the name of an artifact', { artifacts: [{ name: HOSTILE, sha256: 'f'.repeat(64) }] }, {}],
    ['the producer', { producer: { identity: 'token:ci', name: HOSTILE } }, {}],
    ['the pipeline', { ci: { provider: HOSTILE, id: HOSTILE, attempt: 1, url: null } }, {}],
    ['the reason of a revocation', { revoked: { at: '2026-11-24T08:30:00.000Z', by: 'token:x', reason: HOSTILE } }, {}],
    ["the gate's title", {}, { gateTitle: HOSTILE }],
    ['what is wrong with its entry', {}, { recorded: { entry: { sequence: 1, hash: HTML }, fault: HOSTILE } }],
    [
      'a finding',
      {},
      {
        findings: [
          { fingerprint: HOSTILE, guard: HOSTILE, rule: HOSTILE, path: HOSTILE, state: 'new', declared: null, expires: null, owner: null },
        ],
      },
    ],
  ])('%s', (_, evidence, props) => {
    const markup = shown(evidence, props)
    expect(markup).toContain(SHOWN)
    expect(markup).not.toContain(HTML)
    const text = textOf(markup)
    expect(text).toContain('\\e[31mred\\e[0m')
    expect(text).toContain('\\u{202e}evil\\u{202c}')
    expect(text).toContain('zero\\u{200b}width')
    expect([...markup].filter((character) => '\u001b\u202e\u202c\u200b'.includes(character))).toEqual([])
  })

  it('a title of ten thousand characters keeps its two ends on the page', () => {
    const title = `begin${LONG}end`
    const [, heading = ''] = /<h1[^>]*>(.*?)<\/h1>/s.exec(shown({}, { gateTitle: title })) ?? []
    expect(textOf(heading).length).toBeLessThan(200)
    expect(textOf(heading)).toMatch(/^begin.*…x+end$/)
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', '//evil.example.test', 'java\tscript:alert(1)'])(
    '%j never becomes a link',
    (address) => {
      const markup = shown({
        ci: { provider: 'p', id: '1', attempt: 1, url: address },
        artifacts: [{ name: 'log', sha256: 'f'.repeat(64), uri: address }],
      })
      const hrefs = [...markup.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href)
      expect(hrefs.filter((href) => !/^\/(evidence|board|domains|audit|api)/.test(href))).toEqual([])
    },
  )

  it('an address of the web is a link that says where it leads and tells nothing of this page', () => {
    expect(shown({ ci: { provider: 'p', id: '1', attempt: 1, url: 'https://ci.example.test/7' } })).toMatch(
      /<a href="https:\/\/ci\.example\.test\/7" rel="noopener noreferrer nofollow"[^>]*>.*?aria-label="on ci\.example\.test"/s,
    )
  })
})

describe('evidence never looks better than it is', () => {
  it('a pass that was revoked has no look of a pass anywhere', () => {
    const markup = shown({ revoked: { at: '2026-11-24T08:30:00.000Z', by: 'token:x', reason: 'wrong runner' } })
    expect(markup).toContain('Passed, revoked')
    expect(markup).not.toMatch(/data-status="passed"|passed-(fg|bg|solid)/)
  })

  it('a skip has no look of a pass anywhere', () => {
    expect(shown({ result: 'skipped' })).not.toMatch(/data-status="passed"|passed-(fg|bg|solid)|>Passed</)
  })

  it('says when the chain has no entry of it, or another content', () => {
    expect(shown({}, { recorded: null })).toContain('The audit chain has no entry of it')
    const changed = shown({}, { recorded: { entry: { sequence: 3, hash: 'e'.repeat(64) }, fault: null, bound: false } })
    expect(changed).toContain('not what the entry says')
    expect(changed).not.toContain('bound to the letter')
  })
})

it('of thousands of findings a page is shown, and the way to the next', () => {
  const findings = Array.from({ length: 250 }, (_, at) => ({
    fingerprint: `f${at}`,
    guard: 'g',
    rule: 'r',
    path: `p${at}`,
    state: 'legacy' as const,
    declared: null,
    expires: null,
    owner: null,
  }))
  const markup = shown({}, { findings, from: FINDINGS_A_PAGE })
  expect(markup.match(/>p\d+</g)).toHaveLength(FINDINGS_A_PAGE)
  expect(markup).toContain('101 to 200 of 250')
  expect(markup).toContain(`/evidence/${ID}?from=200#findings`)
  expect(markup).toContain(`/evidence/${ID}?from=0#findings`)
})
