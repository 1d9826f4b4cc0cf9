import { describe, expect, it } from 'vitest'
import { choiceOf, textOf } from './search-parameters.ts'

const TABS = ['resolve', 'coverage'] as const

describe('unknown parameters are ignored, invalid ones are said', () => {
  it('takes a value that there is', () => {
    expect(choiceOf({ tab: 'coverage', utm: 'x' }, 'tab', TABS, 'resolve')).toEqual({ value: 'coverage', unused: [] })
  })

  it('falls back without a word when the parameter is not there', () => {
    expect(choiceOf({}, 'tab', TABS, null)).toEqual({ value: null, unused: [] })
  })

  it('falls back and says why when there is no such value', () => {
    expect(choiceOf({ tab: '<b>' }, 'tab', TABS, 'resolve')).toEqual({
      value: 'resolve',
      unused: [{ name: 'tab', value: '<b>', because: 'not one of resolve, coverage' }],
    })
  })

  it('takes the first of several', () => {
    expect(textOf({ q: ['a', 'b'] }, 'q')).toBe('a')
    expect(textOf({ q: [] }, 'q')).toBeUndefined()
  })
})
