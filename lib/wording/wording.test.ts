import { describe, expect, it } from 'vitest'
import { CHANGE_KINDS } from '#lib/model/change.ts'
import { CHANGE_CLASSES } from '#lib/model/change-class.ts'
import { GATE_LAYERS } from '#lib/model/gate-layer.ts'
import { MAP_KINDS } from '#lib/model/map-kind.ts'
import { REVIEW_DOMAINS } from '#lib/model/review-domain.ts'
import { CHANGE_CLASS_WORDING } from './change-class.ts'
import { CHANGE_KIND_LABEL } from './change-kind.ts'
import { GATE_LAYER_WORDING } from './gate-layer.ts'
import { MAP_KIND_WORDING } from './map-kind.ts'
import { MAP_STATE_WORDING } from './map-state.ts'
import { REVIEW_DOMAIN_WORDING } from './review-domain.ts'
import { SEVERITY_WORDING } from './severity.ts'
import type { Wording } from './wording.ts'

const LISTS: readonly [name: string, values: readonly string[], wording: Readonly<Record<string, Wording>>][] = [
  ['gate layer', GATE_LAYERS, GATE_LAYER_WORDING],
  ['change class', CHANGE_CLASSES, CHANGE_CLASS_WORDING],
  ['ownership map kind', MAP_KINDS, MAP_KIND_WORDING],
  ['review domain', REVIEW_DOMAINS, REVIEW_DOMAIN_WORDING],
  ['severity', ['error', 'warning'], SEVERITY_WORDING],
  ['state of a map', ['read', 'absent', 'faulty'], MAP_STATE_WORDING],
]

describe('every value of a closed list has a word, a meaning and a next step', () => {
  it.each(LISTS)('%s', (_name, values, wording) => {
    expect(Object.keys(wording)).toEqual([...values])
    for (const { label, meaning, next } of Object.values(wording)) {
      expect(label).toMatch(/^[A-Z].*[a-zD]$/)
      expect(meaning).toMatch(/^[A-Z].*[.?]$/)
      expect(next).toMatch(/^[A-Z].*\.$/)
    }
    expect(new Set(Object.values(wording).map(({ label }) => label)).size).toBe(values.length)
  })

  it('what happened to a path', () => {
    expect(Object.keys(CHANGE_KIND_LABEL)).toEqual([...CHANGE_KINDS])
  })
})
