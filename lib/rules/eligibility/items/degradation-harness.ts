import { missingPacket } from '../declared-part.ts'
import { documentPart } from '../document-part.ts'
import { DAY_SECONDS, gatePart } from '../gate-part.ts'
import type { JudgeItem } from '../item-facts.ts'

/** 3: "degradation contract has an executable smoke or harness". It holds for 30 days unless its gate says otherwise. */
export const judgeDegradationHarness: JudgeItem = (facts) => {
  const { packet } = facts
  if (packet === null) return missingPacket(facts)
  return [
    documentPart(facts, 'The degradation contract', packet.degradation?.contract ?? null),
    gatePart(facts, 'that the domain degrades as the contract says', packet.degradation?.gate ?? null, { ageSeconds: 30 * DAY_SECONDS }),
  ]
}
