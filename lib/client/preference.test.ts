import { describe, expect, it } from 'vitest'
import { KEYS, preferenceOf, RAIL, THEME } from './preference.ts'

describe('a preference is a cookie that the server renders', () => {
  it('holds what was chosen', () => {
    expect([preferenceOf(THEME, 'dark'), preferenceOf(RAIL, 'narrow'), preferenceOf(KEYS, 'off')]).toEqual(['dark', 'narrow', 'off'])
  })

  it('falls back when nothing or nonsense was kept', () => {
    expect([undefined, '', 'DARK', '"><script>'].map((cookie) => preferenceOf(THEME, cookie))).toEqual([
      'system',
      'system',
      'system',
      'system',
    ])
  })
})
