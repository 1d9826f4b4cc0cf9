import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { pagePaths } from '#test/route-files.ts'

/** For whom each page is: whoever may read here, everybody, or only who is signed in. A page that is not here fails this test. */
const PAGES: Readonly<Record<string, 'readers' | 'everybody' | 'signed in'>> = {
  '/': 'readers',
  '/audit': 'readers',
  '/board': 'readers',
  '/changes': 'readers',
  '/changes/[id]': 'readers',
  '/changes/new': 'readers',
  '/compare/[[...range]]': 'readers',
  '/domains': 'readers',
  '/domains/[domain]': 'readers',
  '/domains/[domain]/eligibility/[item]': 'readers',
  '/evidence': 'readers',
  '/evidence/[id]': 'readers',
  '/exceptions': 'readers',
  '/exceptions/[id]': 'readers',
  '/exceptions/[id]/edit': 'readers',
  '/exceptions/new': 'readers',
  '/guards': 'readers',
  '/inbox': 'readers',
  '/insights': 'readers',
  '/ownership': 'readers',
  '/promotions': 'readers',
  '/promotions/[id]': 'readers',
  '/releases': 'readers',
  '/releases/[sha]': 'readers',
  '/releases/[sha]/record': 'readers',
  '/settings/people': 'signed in',
  '/sign-in': 'everybody',
  '/skips': 'readers',
}

/** The files of the application that make pages, and not endpoints. */
const FILES = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|(^|\/)route\.ts$/.test(file) && !file.startsWith('api/'))
  .map((file) => ({ file, text: readFileSync(join('app', file), 'utf8') }))

describe('for whom a page is', () => {
  it('is said of every page', () => {
    expect(pagePaths().toSorted()).toEqual(Object.keys(PAGES).toSorted())
  })

  it('is held where its data is asked for: nothing else in a page reaches a use case', () => {
    const asking = FILES.filter(({ text }) => /from '#lib\/usecases\//.test(text))
    const unheld = asking
      .filter(({ text }) => !/import \{[^}]*\bload\b[^}]*\} from '(\.\.?\/)+(\(app\)\/)?load\.ts'/.test(text))
      .map(({ file }) => file)
    // The first asks only how long what was read holds, then how far the history goes; one starts the server, the last asks who is looking.
    expect(unheld.toSorted()).toEqual(['hold-as-long-as.ts', 'kept-answers.ts', 'start-server.ts', 'who-is-looking.ts'])
    expect(asking.length).toBeGreaterThan(15)
  })

  it('is looked at before anything is asked', () => {
    const { text } = FILES.find(({ file }) => file === '(app)/load.ts') ?? { text: '' }
    expect(text.indexOf('await letOnlyReadersPass()')).toBeGreaterThan(0)
    expect(text.indexOf('await letOnlyReadersPass()')).toBeLessThan(text.indexOf('await question()'))
  })
})
