import { describe, expect, it } from 'vitest'
import { AUDIT_ACTIONS } from '#lib/model/audit.ts'
import { CHANGE_KINDS } from '#lib/model/change.ts'
import { CHANGE_CLASSES } from '#lib/model/change-class.ts'
import { DIRECTIONS } from '#lib/model/comparison.ts'
import { DEBT_KINDS } from '#lib/model/debt.ts'
import { ELIGIBILITY_ITEMS, ELIGIBILITY_VERDICTS } from '#lib/model/eligibility.ts'
import { GATE_LAYERS } from '#lib/model/gate-layer.ts'
import { FAST_PROFILE_PROOFS, RELEASE_VERDICTS } from '#lib/model/judgement.ts'
import { MAP_KINDS } from '#lib/model/map-kind.ts'
import { REPORTED_RESULTS } from '#lib/model/reported-result.ts'
import { REVIEW_DOMAINS } from '#lib/model/review-domain.ts'
import { ROLES } from '#lib/model/role.ts'
import { PRIOR_REFUSALS, RESIDUAL_RISKS } from '#lib/model/skip.ts'
import { OVERLAYS, STATUSES } from '#lib/model/status.ts'
import { AUDIT_ACTION_WORDING } from './audit-action.ts'
import { CHANGE_CLASS_WORDING } from './change-class.ts'
import { CHANGE_KIND_LABEL } from './change-kind.ts'
import { DEBT_KIND_WORDING } from './debt-kind.ts'
import { DIRECTION_WORDING } from './direction.ts'
import { ELIGIBILITY_ITEM_WORDING } from './eligibility-item.ts'
import { ELIGIBILITY_VERDICT_WORDING } from './eligibility-verdict.ts'
import { FAST_PROFILE_PROOF_WORDING } from './fast-profile-proof.ts'
import { GATE_LAYER_WORDING } from './gate-layer.ts'
import { MAP_KIND_WORDING } from './map-kind.ts'
import { MAP_STATE_WORDING } from './map-state.ts'
import { OVERLAY_WORDING } from './overlay.ts'
import { PRIOR_REFUSAL_WORDING } from './prior-refusal.ts'
import { RELEASE_VERDICT_WORDING } from './release-verdict.ts'
import { REPORTED_RESULT_WORDING } from './reported-result.ts'
import { RESIDUAL_RISK_WORDING } from './residual-risk.ts'
import { REVIEW_DOMAIN_WORDING } from './review-domain.ts'
import { ROLE_WORDING } from './role.ts'
import { SEVERITY_WORDING } from './severity.ts'
import { STATUS_WORDING } from './status.ts'
import { STATUS_CODE } from './status-code.ts'
import type { Wording } from './wording.ts'

const LISTS: readonly [name: string, values: readonly string[], wording: Readonly<Record<string, Wording>>][] = [
  ['gate layer', GATE_LAYERS, GATE_LAYER_WORDING],
  ['change class', CHANGE_CLASSES, CHANGE_CLASS_WORDING],
  ['ownership map kind', MAP_KINDS, MAP_KIND_WORDING],
  ['review domain', REVIEW_DOMAINS, REVIEW_DOMAIN_WORDING],
  ['role', ROLES, ROLE_WORDING],
  ['direction of a comparison', DIRECTIONS, DIRECTION_WORDING],
  ['status', STATUSES, STATUS_WORDING],
  ['overlay', OVERLAYS, OVERLAY_WORDING],
  ['reported result', REPORTED_RESULTS, REPORTED_RESULT_WORDING],
  ['refusal of prior evidence', PRIOR_REFUSALS, PRIOR_REFUSAL_WORDING],
  ['residual risk', RESIDUAL_RISKS, RESIDUAL_RISK_WORDING],
  ['debt kind', DEBT_KINDS, DEBT_KIND_WORDING],
  ['release verdict', RELEASE_VERDICTS, RELEASE_VERDICT_WORDING],
  ['fast-profile proof', FAST_PROFILE_PROOFS, FAST_PROFILE_PROOF_WORDING],
  ['item of eligibility', ELIGIBILITY_ITEMS, ELIGIBILITY_ITEM_WORDING],
  ['verdict of eligibility', ELIGIBILITY_VERDICTS, ELIGIBILITY_VERDICT_WORDING],
  ['action of the audit chain', AUDIT_ACTIONS, AUDIT_ACTION_WORDING],
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

  it('every status has a code of its own, in four letters', () => {
    expect(Object.keys(STATUS_CODE)).toEqual([...STATUSES])
    expect(Object.values(STATUS_CODE).every((code) => /^[A-Z/]{3,4}$/.test(code))).toBe(true)
    expect(new Set(Object.values(STATUS_CODE)).size).toBe(STATUSES.length)
  })

  it('what happened to a path', () => {
    expect(Object.keys(CHANGE_KIND_LABEL)).toEqual([...CHANGE_KINDS])
  })
})
