import { declaredPart, missingPacket } from '../declared-part.ts'
import { gatePart } from '../gate-part.ts'
import type { ItemFacts, ItemPart, JudgeItem } from '../item-facts.ts'

/** 6: "consumer smokes pass for every supported product consumer": each has one in the lane at least, and each of them passed. */
export const judgeConsumerSmokes: JudgeItem = (facts) => {
  const { packet } = facts
  if (packet === null) return missingPacket(facts)
  const consumers = packet.supportedConsumers
  if (consumers === null || ('entries' in consumers && consumers.entries.length === 0)) {
    const text = 'The supported consumers were expected under supported_consumers, or `none` with a reason, and neither is there.'
    return [declaredPart(facts, 'missing', { code: 'consumers.undeclared', text, todo: 'List the consumers' })]
  }
  if ('entries' in consumers) return consumers.entries.flatMap((consumer) => judgeConsumer(facts, consumer))
  const text = `No product consumes ${facts.domain}: ${consumers.none}.`
  return [declaredPart(facts, 'passed', { code: 'consumers.none', text })]
}

function judgeConsumer(facts: ItemFacts, consumer: string): readonly ItemPart[] {
  const smokes = facts.lanes.flatMap((lane) => lane.gates).filter((gate) => gate.layer === 'consumer-smoke' && gate.consumer === consumer)
  if (smokes.length > 0)
    return smokes.map(({ id }) => gatePart(facts, `that ${consumer} still works with ${facts.domain}`, id, { ageSeconds: null }))
  const text = `A smoke with the consumer ${consumer} was expected in the lane of ${facts.domain}, and there is none.`
  const todo = `Declare a smoke with \`consumer: ${consumer}\``
  return [declaredPart(facts, 'missing', { code: 'consumers.no-smoke', text, place: facts.lanes[0], todo })]
}
