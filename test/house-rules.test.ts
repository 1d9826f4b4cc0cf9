import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** Our own files of some folders, as git sees them; new ones count. */
function sources(...folders: readonly string[]): { readonly path: string; readonly text: string }[] {
  const listed = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', ...folders], { encoding: 'utf8' })
  return listed.stdout
    .split('\0')
    .filter((path) => existsSync(path) && /\.(ts|tsx|mjs)$/.test(path) && !/\.(test|properties\.test|db\.test)\.tsx?$/.test(path))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }))
}

function violations(files: readonly { path: string; text: string }[], banned: RegExp): string[] {
  return files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, at) => (banned.test(line) && !/^\s*(\*|\/\/|\/\*)/.test(line) ? `${path}:${at + 1} ${line.trim()}` : [])),
  )
}

describe('what decides is a pure function of facts and a moment', () => {
  const pure = sources('lib/model', 'lib/rules', 'lib/formats', 'lib/wording')

  it('looks at a house that is there', () => {
    expect(pure.length).toBeGreaterThan(60)
  })

  it.each([
    ['the clock', /\bnew Date\(\)|\bDate\.now\b|\bperformance\.now\b/],
    ['chance', /\bMath\.random\b|\brandomUUID\b|\brandomBytes\b/],
    ['the network', /\bfetch\(|from 'node:(http|https|net|dns)'/],
    ['the disk', /from 'node:(fs|fs\/promises|child_process)'/],
    ['the process', /\bprocess\./],
    ['a framework', /from '(next|react|@prisma|pg|pino|zod)[/']/],
  ])('lib/model, lib/rules, lib/formats and lib/wording never ask %s', (_, banned) => {
    expect(violations(pure, banned)).toEqual([])
  })
})

describe('names say what is inside', () => {
  const all = sources('lib', 'cli', 'components', 'app', 'test', 'e2e', 'scripts', 'bench')

  it('no file is a drawer for everything', () => {
    expect(
      all.map(({ path }) => path).filter((path) => /(^|\/)(utils?|helpers?|misc|common|types|index)\.(ts|tsx|mjs)$/.test(path)),
    ).toEqual([])
  })

  it('files are kebab-case, except where the framework names them', () => {
    const odd = all
      .map(({ path }) => path.split('/').at(-1) ?? '')
      .filter((name) => !/^[a-z0-9]+([-.][a-z0-9]+)*\.(ts|tsx|mjs)$/.test(name))
    expect(odd).toEqual([])
  })

  it('no mark is left for later, and nothing is switched off', () => {
    expect(violations(all, /\b(TODO|FIXME|XXX|HACK)\b|@ts-(ignore|nocheck|expect-error)|\bas any\b/)).toEqual([])
  })
})

describe('errors are told apart by code, never by text', () => {
  it('nobody looks into a message to decide', () => {
    expect(violations(sources('lib', 'cli', 'app'), /\.message\.(includes|match|startsWith|toLowerCase)/)).toEqual([])
  })
})

describe('pages keep to their own Content-Security-Policy', () => {
  it('no component has a style of its own, which a browser would refuse', () => {
    expect(violations(sources('components', 'app'), /\sstyle=\{/)).toEqual([])
  })
})
