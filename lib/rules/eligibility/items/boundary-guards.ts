import type { Evidence } from '#lib/model/evidence.ts'
import { runNext } from '../../evidence/next-step.ts'
import { blocks } from '../../guards/blocks.ts'
import { judgeFindings } from '../../guards/judge-findings.ts'
import { declaredPart, missingPacket } from '../declared-part.ts'
import { gatePart, type Unmet } from '../gate-part.ts'
import type { ItemFacts, ItemPart, JudgeItem, ShownGate } from '../item-facts.ts'

/** 8: "boundary guards are clean in `blocking_new` for new findings": what the baseline knows is no obstacle, debt past its day is. */
export const judgeBoundaryGuards: JudgeItem = (facts) => {
  const { packet } = facts
  if (packet === null) return missingPacket(facts)
  return [
    modePart(facts),
    gatePart(facts, 'that no new boundary is crossed', packet.boundaryGuard?.gate ?? null, {
      ageSeconds: null,
      whyNot: (passes, shown) => foundNew(facts, passes, shown),
    }),
  ]
}

function modePart(facts: ItemFacts): ItemPart {
  const mode = facts.packet?.boundaryGuard?.mode ?? null
  const expected = 'The boundary guard was expected in the mode blocking_new or blocking'
  if (mode === null) {
    return declaredPart(facts, 'missing', {
      code: 'guard.no-mode',
      text: `${expected}, and the packet names none.`,
      todo: 'Name the guard and its mode',
    })
  }
  if (blocks(mode, 'new'))
    return declaredPart(facts, 'passed', { code: 'guard.blocking', text: `The boundary guard is in the mode ${mode}.` })
  const text = `${expected}, and it is in ${mode}, which stops nothing.`
  return declaredPart(facts, 'failed', { code: 'guard.not-blocking', text, todo: 'Raise the mode to blocking_new' })
}

function foundNew({ model, now }: ItemFacts, passes: readonly Evidence[], { gate }: ShownGate): Unmet | null {
  const lists = { baseline: model.guardBaseline, allowedDebt: model.guardAllowedDebt }
  const judged = judgeFindings(passes.at(-1)?.findings ?? [], lists, now)
  const found = judged.filter(({ state }) => blocks('blocking_new', state))
  if (found.length === 0) return null
  const named = found.slice(0, 3).map(({ rule, path, state }) => `${rule} in ${path} (${state})`)
  const more = found.length > named.length ? ` and ${found.length - named.length} more` : ''
  const text = `No finding was expected that is new or past its allowance, and ${gate.id} reported ${named.join(', ')}${more}.`
  return { status: 'blocked', code: 'guard.new-findings', text, next: runNext(gate, 'Mend what was found, and run the guard again') }
}
