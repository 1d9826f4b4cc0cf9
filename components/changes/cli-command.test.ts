import { describe, expect, it } from 'vitest'
import { explainCommand, planCommand } from './cli-command.ts'

const LIST = { base: null, head: null, profile: null }

describe('copy CLI gives the same answer in a terminal', () => {
  it('names the commits when they are known', () => {
    expect(planCommand({ base: 'aaa', head: 'bbb', profile: 'hotfix-fast' }, ['a'])).toBe(
      'npx lanekeeper plan --base aaa --head bbb --profile hotfix-fast',
    )
  })

  it('names the paths otherwise, each safe for a shell', () => {
    expect(planCommand(LIST, ['a/b.go', "it's $(here).ts", '-rf'])).toBe(
      `printf '%s\\n' a/b.go 'it'\\''s $(here).ts' '-rf' | npx lanekeeper plan --files-from -`,
    )
  })

  it('does not put a line break or hundreds of paths on a command line', () => {
    const fallback = 'git diff --name-only origin/HEAD... | npx lanekeeper plan --files-from -'
    expect(planCommand(LIST, ['a\nb'])).toBe(fallback)
    expect(
      planCommand(
        LIST,
        Array.from({ length: 21 }, (_, index) => `f${index}`),
      ),
    ).toBe(fallback)
  })

  it('explains one gate', () => {
    expect(explainCommand(LIST, ['a'], 'platform-billing/local/x')).toBe(
      `printf '%s\\n' a | npx lanekeeper explain platform-billing/local/x --files-from -`,
    )
  })
})
