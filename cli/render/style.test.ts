import { describe, expect, it } from 'vitest'
import { chooseStyle } from './style.ts'

const isColoured = (env: Record<string, string>, isPerson: boolean) => chooseStyle(env, isPerson).alarm('x') !== 'x'

describe('colour only where a person looks, and never against their wish', () => {
  it.each([
    [{}, true, true],
    [{}, false, false],
    [{ NO_COLOR: '1' }, true, false],
    [{ NO_COLOR: '' }, true, true],
    [{ FORCE_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: '0' }, true, false],
    [{ NO_COLOR: '1', FORCE_COLOR: '1' }, false, false],
    [{ TERM: 'dumb' }, true, false],
  ])('%j with a person: %s gives colour: %s', (env, isPerson, expected) => {
    expect(isColoured(env as Record<string, string>, isPerson)).toBe(expected)
  })
})
