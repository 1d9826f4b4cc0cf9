import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { describe, expect, it } from 'vitest'
import type { GatePlan } from '#lib/model/gate-plan.ts'
import { aPlan } from '#test/cli/a-plan.ts'
import { visible } from './fit-text.ts'
import { codeSpan, plainText } from './markdown-text.ts'
import { MARKDOWN_MARKER, planMarkdown } from './plan-markdown.ts'

const markdown = new MarkdownIt({ html: true, linkify: true })
const LEDGER = 'packages/platform/billing/ledger.go'
const HOSTILE = fc.string({
  unit: fc.constantFrom(...'`|<>&@#![]()*_~\\/:.-+"\'{}$\n\r\t\u0000\u001b\u202e ax1é'),
  minLength: 1,
  maxLength: 40,
})

interface Rendered {
  readonly codes: readonly string[]
  /** Text outside of code spans. */
  readonly texts: readonly string[]
  readonly html: readonly string[]
  readonly links: number
}

/** What a reader's browser would be given: the text of code spans, other text, raw HTML and links. */
function render(text: string): Rendered {
  const tokens = markdown.parse(text, {}).flatMap((token) => [token, ...(token.children ?? [])])
  const contents = (type: RegExp) => tokens.filter((token) => type.test(token.type)).map((token) => token.content)
  return {
    codes: contents(/^code_inline$/),
    texts: contents(/^text(_special)?$/),
    html: contents(/^html_/),
    links: tokens.filter(({ type }) => type === 'link_open' || type === 'image').length,
  }
}

describe('a comment for a pull request', () => {
  it('begins with its marker and says first what has no owner and who must review', () => {
    const text = planMarkdown(aPlan([LEDGER, 'tools/x.sh']))
    expect(text.startsWith(`${MARKDOWN_MARKER}\n`)).toBe(true)
    const order = ['1 path without an owner', 'Architecture review required', 'Global contract', 'Domain-local', '<details>']
    expect(order.map((part) => text.indexOf(part))).toEqual(order.map((part) => text.indexOf(part)).sort((a, b) => a - b))
  })

  it('folds away the files, what is not required and the diagnostics', () => {
    const plan = aPlan([LEDGER])
    const text = planMarkdown(plan)
    expect(text).toContain(`<summary>1 changed path</summary>`)
    expect(text).toContain(`<summary>${plan.notRequired.length} gates not required</summary>`)
    expect(text.match(/<details>/g)).toHaveLength(text.match(/<\/details>/g)?.length ?? 0)
  })

  it('names every gate in a table that Markdown reads as one', () => {
    const plan = aPlan([LEDGER, 'tools/x.sh'])
    const { codes } = render(planMarkdown(plan))
    expect(plan.gates.map((gate) => gate.id).filter((id) => !codes.includes(id))).toEqual([])
  })

  it('fits into one comment, and counts what it leaves out', () => {
    const paths = Array.from({ length: 5000 }, (_, at) => `tools/${'deep/'.repeat(30)}${at}.sh`)
    const text = planMarkdown(aPlan(paths))
    expect(text.length).toBeLessThanOrEqual(60_000)
    expect(text).toContain('5,000 paths without an owner')
    expect(text).toMatch(/and \d+ more/)
  })
})

describe('hostile names do not break out of a comment', () => {
  it('a code span shows any text as it is, also in a table cell', () => {
    fc.assert(
      fc.property(HOSTILE, (name) => {
        const cell = render(`| a | b |\n| --- | --- |\n| ${codeSpan(name)} | end |\n`)
        expect(cell.codes).toEqual([visible(name)])
        expect(cell.html).toEqual([])
        expect(cell.texts).toContain('end')
      }),
      { numRuns: 2000 },
    )
  })

  it('a sentence is text and nothing else: no markup, no link, nobody is mentioned', () => {
    fc.assert(
      fc.property(HOSTILE, (sentence) => {
        const shown = render(`| a |\n| --- |\n| x ${plainText(sentence)} |\n\n- x ${plainText(sentence)}\n\n**x ${plainText(sentence)}**\n`)
        expect(shown.html).toEqual([])
        expect(shown.codes).toEqual([])
        expect(shown.links).toBe(0)
        expect(shown.texts.join('')).not.toMatch(/[@#][\w-]/)
        expect(markdown.render(plainText(sentence).trim())).not.toMatch(/<(em|strong|s|a|img|code)\b/)
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    '<img src=x onerror=alert(1)>',
    '`</details><h1>GATES PASSED</h1>',
    'a | b | c',
    '](https://evil.example) [x',
    '@octocat please approve',
    'x\n\n# All gates passed\n',
    '<!-- lanekeeper:plan -->',
    '``` \n',
    '&lt;b&gt;',
  ])('%j as a file, a profile and a repository name', (name) => {
    const plan: GatePlan = { ...aPlan([name, LEDGER]), repository: name, profile: name }
    const ours = new Set([MARKDOWN_MARKER, '<br>'])
    const shown = render(planMarkdown(plan))
    expect(
      shown.html
        .map((html) => html.trim())
        .filter((html) => !ours.has(html) && !/^<details>\n<summary>[\w\s,]+<\/summary>$|^<\/details>$/.test(html)),
    ).toEqual([])
    expect(shown.links).toBe(0)
    expect(shown.codes).toContain(visible(name))
    expect(shown.texts.join(' ')).not.toMatch(/@octocat|All gates passed|GATES PASSED/)
  })
})
