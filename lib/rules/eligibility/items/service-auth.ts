import type { ExtractionPacket, ServiceAuth } from '#lib/model/extraction-packet.ts'
import { declaredPart, missingPacket } from '../declared-part.ts'
import { documentPart } from '../document-part.ts'
import type { ItemFacts, ItemPart, JudgeItem } from '../item-facts.ts'

/** 2: "service-auth packet exists for every cross-process caller". Approved, with a document that exists. */
export const judgeServiceAuth: JudgeItem = (facts) => {
  const { packet } = facts
  if (packet === null) return missingPacket(facts)
  const callers = packet.crossProcessCallers
  if (callers === null || ('entries' in callers && callers.entries.length === 0)) {
    const text =
      'The callers from other processes were expected under cross_process_callers, or `none` with a reason, and neither is there.'
    return [declaredPart(facts, 'missing', { code: 'callers.undeclared', text, todo: 'List the callers' })]
  }
  if ('entries' in callers) return callers.entries.map((caller) => judgeCaller(facts, packet, caller))
  const [contradicting] = packet.serviceAuth
  if (contradicting === undefined) return [noCaller(facts, callers.none)]
  const text = `The packet says that there is no caller from another process, and holds a service-auth packet of ${contradicting.caller}.`
  return [declaredPart(facts, 'blocked', { code: 'callers.contradictory', text, todo: 'List the callers, or remove what is left of them' })]
}

function noCaller(facts: ItemFacts, reason: string): ItemPart {
  return declaredPart(facts, 'passed', { code: 'callers.none', text: `No process calls ${facts.domain} from outside: ${reason}.` })
}

function judgeCaller(facts: ItemFacts, packet: ExtractionPacket, caller: string): ItemPart {
  const own = packet.serviceAuth.filter((auth) => auth.caller === caller)
  const approved = own.filter(isApproved)
  const [auth] = approved
  if (auth === undefined) {
    const found = own[0] === undefined ? 'there is none' : `it is ${own.map(({ status }) => status).join(' and ')}`
    const place = own[0] === undefined ? packet : { file: packet.file, line: own[0].line }
    const text = `An approved service-auth packet of ${caller} was expected, and ${found}.`
    return declaredPart(facts, 'missing', { code: 'service-auth.missing', text, place, todo: `Have the access of ${caller} approved` })
  }
  const documents = approved.map((each) =>
    documentPart(facts, `The service-auth document of ${caller}`, each.document, { file: packet.file, line: each.line }),
  )
  return documents.find(({ status }) => status === 'passed') ?? documents[0] ?? documentPart(facts, caller, null)
}

function isApproved({ status }: ServiceAuth): boolean {
  return status === 'approved'
}
