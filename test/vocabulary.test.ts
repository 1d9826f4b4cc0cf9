import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CHANGE_CLASSES } from '#lib/model/change-class.ts'
import { DOMAIN_KINDS } from '#lib/model/domain-kind.ts'
import { GATE_LAYERS } from '#lib/model/gate-layer.ts'
import { MAP_KINDS } from '#lib/model/map-kind.ts'
import { PROFILE_KINDS, PROFILE_MODES } from '#lib/model/release-profile.ts'
import { REVIEW_DOMAINS } from '#lib/model/review-domain.ts'

const VOCABULARY = readFileSync('docs/vocabulary.md', 'utf8')

describe('docs/vocabulary.md', () => {
  it.each([
    ['gate layer', GATE_LAYERS],
    ['change class', CHANGE_CLASSES],
    ['ownership map', MAP_KINDS],
    ['kind of a domain', DOMAIN_KINDS],
    ['kind of a profile', PROFILE_KINDS],
    ['mode of a profile', PROFILE_MODES],
    ['review domain', REVIEW_DOMAINS],
  ] as const)('knows every %s', (_list, values) => {
    expect(values.filter((value) => !VOCABULARY.includes(`\`${value}\``))).toEqual([])
  })
})
