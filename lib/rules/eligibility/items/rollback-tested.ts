import type { Evidence } from '#lib/model/evidence.ts'
import { declaredPart, missingPacket } from '../declared-part.ts'
import { documentPart } from '../document-part.ts'
import { DAY_SECONDS, gatePart, type Unmet } from '../gate-part.ts'
import type { ItemFacts, ItemPart, JudgeItem, ShownGate } from '../item-facts.ts'

/** 4: "rollback command is tested and documented": with the very command that is written down, for 30 days unless its gate says otherwise. */
export const judgeRollbackTested: JudgeItem = (facts) => {
  const { packet } = facts
  if (packet === null) return missingPacket(facts)
  const command = packet.rollback?.command?.trim() ?? ''
  return [
    commandPart(facts, command),
    documentPart(facts, 'The rollback document', packet.rollback?.document ?? null),
    gatePart(facts, 'that the rollback works', packet.rollback?.gate ?? null, {
      ageSeconds: 30 * DAY_SECONDS,
      whyNot: (passes, shown) =>
        command === '' || passes.some((pass) => pass.command.trim() === command) ? null : otherCommand(command, passes, shown),
    }),
  ]
}

function commandPart(facts: ItemFacts, command: string): ItemPart {
  if (command !== '') return declaredPart(facts, 'passed', { code: 'rollback.command', text: `The rollback command is \`${command}\`.` })
  const text = 'A rollback command was expected in the packet, and none is written.'
  return declaredPart(facts, 'missing', { code: 'rollback.no-command', text, todo: 'Write the rollback command' })
}

function otherCommand(command: string, passes: readonly Evidence[], { gate }: ShownGate): Unmet {
  const found = passes.at(-1)?.command.trim() ?? ''
  return {
    status: 'missing',
    code: 'rollback.other-command',
    text: `${gate.id} was expected to pass with the packet's command \`${command}\`, and it passed with \`${found}\`.`,
    next: { label: 'Test the command that is written down', command: `lanekeeper run ${gate.id} -- ${command}` },
  }
}
