import { declaredPart, missingPacket } from '../declared-part.ts'
import type { JudgeItem } from '../item-facts.ts'

/** 1: "keep/split/extract decision packet exists and recommends `split_worker` or `extract_service`". */
export const judgeExtractionDecision: JudgeItem = (facts) => {
  const { packet, domain } = facts
  if (packet === null) return missingPacket(facts)
  const expected = `The decision about ${domain} was expected to recommend split_worker or extract_service`
  if (packet.decision === null) {
    const text = `${expected}, and the packet holds no decision.`
    return [declaredPart(facts, 'missing', { code: 'decision.missing', text, todo: 'Decide, and write the recommendation' })]
  }
  const { recommendation } = packet.decision
  if (recommendation === 'keep') {
    const text = `${expected}, and it recommends keep: ${domain} stays in the platform's release unit.`
    return [declaredPart(facts, 'failed', { code: 'decision.keep', text, todo: 'Decide anew, if the reasons have changed' })]
  }
  return [declaredPart(facts, 'passed', { code: 'decision.recommends', text: `The packet of ${domain} recommends ${recommendation}.` })]
}
