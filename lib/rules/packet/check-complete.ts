import { ELIGIBILITY_ITEMS } from '#lib/model/eligibility.ts'
import type { JudgedGate } from '#lib/model/judgement.ts'
import type { PacketBody } from '#lib/model/release-packet.ts'
import { partsOf } from './check-record.ts'
import type { Wrong } from './check-segments.ts'

/** What a packet lacks, or null: the eight items, every gate that the plan needs, and every piece of evidence that any of them names. */
export function checkComplete(body: PacketBody): Wrong | null {
  return checkItems(body) ?? checkNamed(body) ?? checkGates(body)
}

/** "A domain can move toward independent promotion only when every item below is true." */
function checkItems({ items, promotion }: PacketBody): Wrong | null {
  for (const [at, id] of ELIGIBILITY_ITEMS.entries()) {
    const item = items[at]
    if (item?.id !== id || item.number !== at + 1)
      return { where: `item ${at + 1}, ${id}`, because: 'It is not in the packet in its place.' }
    if (item.status !== 'passed')
      return { where: `item ${at + 1}, ${id}`, because: `It is ${item.status}, and an eligible domain has passed all eight.` }
  }
  if (items.length !== ELIGIBILITY_ITEMS.length) return { where: 'items', because: `There are ${items.length} items, and there are eight.` }
  return promotion.verdict === 'eligible' ? null : { where: 'promotion', because: 'Its verdict is not eligible.' }
}

function checkGates({ gates, plan, evidence, skips }: PacketBody): Wrong | null {
  const judged = new Set(gates.map(({ gate }) => gate))
  if (judged.size === 0 || judged.size !== gates.length) return { where: 'gates', because: 'There are none, or one is there twice.' }
  const planned = plan === null ? [] : partsOf(plan.document).gates
  for (const each of Array.isArray(planned) ? planned : []) {
    const { id } = partsOf(each)
    if (typeof id !== 'string' || !judged.has(id))
      return { where: `gate ${id}`, because: 'The plan needs it, and it is not in the packet.' }
  }
  for (const gate of gates) {
    const because = whyNotAsSaid(gate, evidence, skips)
    if (because !== null) return { where: `gate ${gate.gate}`, because }
  }
  return null
}

/** A gate has its status from something that is in the packet. */
function whyNotAsSaid(
  { gate, status, satisfied, evidence: ids }: JudgedGate,
  evidence: PacketBody['evidence'],
  skips: PacketBody['skips'],
): string | null {
  if (satisfied !== ['passed', 'skipped', 'not-applicable'].includes(status)) return `It is ${status}, and satisfied is ${satisfied}.`
  const named = evidence.filter(({ id }) => ids.includes(id))
  if (status === 'passed' && !named.some((each) => each.gate === gate && each.result === 'passed')) {
    return 'It is said to have passed, and no evidence in the packet shows that.'
  }
  if (status === 'skipped' && !skips.map(partsOf).some((skip) => skip.gate === gate && skip.state === 'accepted')) {
    return 'It is said to be skipped, and no accepted skip in the packet shows that.'
  }
  return null
}

function checkNamed({ items, gates, evidence, skips }: PacketBody): Wrong | null {
  const there = new Set(evidence.map(({ id }) => id))
  const gatesThere = new Set(gates.map(({ gate }) => gate))
  for (const each of [...items, ...gates]) {
    const by = 'claim' in each ? `item ${each.number}, ${each.id}` : `gate ${each.gate}`
    const refs = each.reasons.flatMap(({ refs }) => refs)
    const ids = [...each.evidence, ...refs.flatMap((ref) => /^evidence:(.*)$/.exec(ref)?.[1] ?? [])]
    const absent = ids.find((id) => !there.has(id))
    if (absent !== undefined) return { where: `evidence ${absent}`, because: `It is named by ${by} and is not in the packet.` }
    const gate = refs.flatMap((ref) => /^gate:(.*)$/.exec(ref)?.[1] ?? []).find((id) => !gatesThere.has(id))
    if (gate !== undefined) return { where: `gate ${gate}`, because: `It is named by ${by} and is not in the packet.` }
  }
  for (const { id, state, prior } of skips.map(partsOf)) {
    if (state === 'accepted' && !(typeof prior === 'string' && there.has(prior))) {
      return { where: `evidence ${prior}`, because: `It is the proof of the skip ${id} and is not in the packet.` }
    }
  }
  return null
}
