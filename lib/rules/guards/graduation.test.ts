import { describe, expect, it } from 'vitest'
import { GUARD_MODES, type GuardMode } from '#lib/model/extraction-packet.ts'
import { GUARD_FINDING_STATES, type JudgedFinding } from '#lib/model/guard.ts'
import { countByRule, countStates } from './count-by-rule.ts'
import { nextGraduation } from './next-graduation.ts'

const FINDINGS: readonly JudgedFinding[] = GUARD_FINDING_STATES.map((state, at) => ({
  fingerprint: `f${at}`,
  guard: 'boundary_guard',
  rule: at % 2 === 0 ? 'b' : 'a',
  path: 'x',
  state,
  declared: null,
  expires: null,
  owner: null,
}))

describe('a guard graduates one mode at a time', () => {
  it.each<[GuardMode | null, GuardMode | undefined, number | undefined]>([
    [null, 'report_only', 0],
    ['report_only', 'warning', 0],
    ['warning', 'blocking_new', 2],
    ['blocking_new', 'blocking', 4],
    ['blocking', undefined, undefined],
  ])('from %s to %s, where %s findings would block', (mode, to, wouldBlock) => {
    const graduation = nextGraduation(mode, FINDINGS)
    expect([graduation?.to, graduation?.wouldBlock]).toEqual([to, wouldBlock])
  })

  it('every mode but the last has a next', () => {
    expect(GUARD_MODES.filter((mode) => nextGraduation(mode, []) === null)).toEqual(['blocking'])
  })
})

describe('findings are counted by rule, and none is lost', () => {
  it('those with most that is new or has ended come first', () => {
    const rules = countByRule(FINDINGS)
    expect(rules.map(({ rule }) => rule)).toEqual(['a', 'b'].sort((x, y) => openOf(y) - openOf(x) || (x < y ? -1 : 1)))
    const total = rules.flatMap(({ counts }) => Object.values(counts)).reduce((sum, amount) => sum + amount, 0)
    expect(total).toBe(FINDINGS.length)
    expect(Object.values(countStates(FINDINGS))).toEqual([1, 1, 1, 1, 1])
  })
})

function openOf(rule: string): number {
  return FINDINGS.filter((each) => each.rule === rule && (each.state === 'new' || each.state === 'expired-debt')).length
}
