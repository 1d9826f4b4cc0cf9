import { describe, expect, it } from 'vitest'
import { gitEnvironment } from './git-environment.ts'

const HOOK: NodeJS.ProcessEnv = {
  ...process.env,
  PATH: '/bin',
  GIT_DIR: '/elsewhere/.git',
  GIT_WORK_TREE: '/elsewhere',
  GIT_INDEX_FILE: '/elsewhere/index',
  GIT_EXTERNAL_DIFF: '/bin/evil',
}

describe('an outer git must not mislead a command that was given --repo', () => {
  it('takes away what points at another repository', () => {
    const env = gitEnvironment(HOOK, true)
    expect(Object.keys(env).filter((name) => /^GIT_(DIR|WORK_TREE|INDEX_FILE)$/.test(name))).toEqual([])
    expect(env.PATH).toBe('/bin')
  })

  it('keeps them without --repo: a check before a push must see the commits being pushed', () => {
    expect(gitEnvironment(HOOK, false)).toMatchObject({ GIT_DIR: '/elsewhere/.git', GIT_INDEX_FILE: '/elsewhere/index' })
  })

  it.each([true, false])('never lets a program into the answer (named: %s)', (named) => {
    expect(gitEnvironment(HOOK, named)).not.toHaveProperty('GIT_EXTERNAL_DIFF')
    expect(gitEnvironment(HOOK, named)).toMatchObject({ GIT_OPTIONAL_LOCKS: '0', GIT_NO_REPLACE_OBJECTS: '1', GIT_TERMINAL_PROMPT: '0' })
  })
})
