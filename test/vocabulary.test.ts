import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CHANGE_CLASSES } from '#lib/model/change-class.ts'
import { DEBT_KINDS } from '#lib/model/debt.ts'
import { DOMAIN_KINDS } from '#lib/model/domain-kind.ts'
import { ELIGIBILITY_ITEMS, ELIGIBILITY_VERDICTS } from '#lib/model/eligibility.ts'
import { GUARD_MODES } from '#lib/model/extraction-packet.ts'
import { GATE_LAYERS } from '#lib/model/gate-layer.ts'
import { GUARD_FINDING_STATES } from '#lib/model/guard.ts'
import { FAST_PROFILE_PROOFS, RELEASE_VERDICTS } from '#lib/model/judgement.ts'
import { MAP_KINDS } from '#lib/model/map-kind.ts'
import { PROFILE_KINDS, PROFILE_MODES } from '#lib/model/release-profile.ts'
import { REPORTED_RESULTS } from '#lib/model/reported-result.ts'
import { REVIEW_DOMAINS } from '#lib/model/review-domain.ts'
import { ROLES } from '#lib/model/role.ts'
import { PRIOR_REFUSALS, RESIDUAL_RISKS } from '#lib/model/skip.ts'
import { OVERLAYS, STATUSES } from '#lib/model/status.ts'

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
    ['role', ROLES],
    ['item of eligibility', ELIGIBILITY_ITEMS],
    ['verdict of eligibility', ELIGIBILITY_VERDICTS],
    ['mode of a guard', GUARD_MODES],
    ['state of a finding', GUARD_FINDING_STATES],
    ['reported result', REPORTED_RESULTS],
    ['status', STATUSES],
    ['overlay', OVERLAYS],
    ['refusal of a skip', PRIOR_REFUSALS],
    ['residual risk', RESIDUAL_RISKS],
    ['debt kind', DEBT_KINDS],
    ['proof of a fast profile', FAST_PROFILE_PROOFS],
    ['release verdict', RELEASE_VERDICTS],
  ] as const)('knows every %s', (_list, values) => {
    expect(values.filter((value) => !VOCABULARY.includes(`\`${value}\``))).toEqual([])
  })
})
