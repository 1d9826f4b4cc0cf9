import { declaredPart, missingPacket } from '../declared-part.ts'
import { DAY_SECONDS, gatePart } from '../gate-part.ts'
import type { ItemFacts, ItemPart, JudgeItem } from '../item-facts.ts'

/** 7: "Status/Ops has a component row and SLO evidence for the domain". The evidence holds for 7 days unless its gate says otherwise. */
export const judgeStatusSlo: JudgeItem = (facts) => {
  const { packet } = facts
  if (packet === null) return missingPacket(facts)
  return [
    componentPart(facts, packet.statusops?.component?.trim() ?? ''),
    gatePart(facts, 'that the service level is kept', packet.statusops?.gate ?? null, { ageSeconds: 7 * DAY_SECONDS }),
  ]
}

function componentPart(facts: ItemFacts, component: string): ItemPart {
  if (component !== '') {
    return declaredPart(facts, 'passed', {
      code: 'statusops.component',
      text: `${facts.domain} is the component ${component} in Status/Ops.`,
    })
  }
  const text = 'A component of Status/Ops was expected under statusops, and none is named.'
  return declaredPart(facts, 'missing', { code: 'statusops.no-component', text, todo: 'Add the component row, and name it' })
}
