import { GATE_LAYERS, type GateLayer } from '#lib/model/gate-layer.ts'
import { declaredPart } from '../declared-part.ts'
import { gatePart } from '../gate-part.ts'
import type { ItemFacts, ItemPart, JudgeItem } from '../item-facts.ts'

/** 5: "release profile gates pass in enforcing mode for the domain": every gate of all four layers of its lane, none by a skip. */
export const judgeProfileGates: JudgeItem = (facts) => {
  const gates = facts.lanes.flatMap((lane) => lane.gates)
  const ids = [...new Set(gates.map(({ id }) => id))]
  const what = `what the lane of ${facts.domain} demands`
  return [
    profilePart(facts),
    ...GATE_LAYERS.filter((layer) => gates.every((gate) => gate.layer !== layer)).flatMap((layer) => emptyLayer(facts, layer)),
    ...ids.map((id) => gatePart(facts, what, id, { ageSeconds: null })),
  ]
}

function profilePart(facts: ItemFacts): ItemPart {
  const id = facts.packet?.releaseProfile ?? null
  const profile = facts.model.profiles.find((each) => each.id === id)
  const expected = `A full and enforcing release profile of ${facts.domain} was expected`
  if (profile === undefined) {
    const found = id === null ? 'its packet names none' : `${id} is not declared`
    return declaredPart(facts, 'missing', { code: 'profile.missing', text: `${expected}, and ${found}.`, todo: 'Name the release profile' })
  }
  if (profile.kind === 'full' && profile.mode === 'enforcing') {
    return declaredPart(facts, 'passed', {
      code: 'profile.enforcing',
      text: `The release profile ${profile.id} is full and enforcing.`,
      place: profile,
    })
  }
  const text = `${expected}, and ${profile.id} is ${profile.kind} and ${profile.mode}.`
  return declaredPart(facts, 'failed', {
    code: 'profile.not-enforcing',
    text,
    place: profile,
    todo: 'Name a full, enforcing release profile',
  })
}

/** Nothing shown is not everything passed. Only a domain that declares that it has no consumer needs no smoke. */
function emptyLayer(facts: ItemFacts, layer: GateLayer): readonly ItemPart[] {
  const consumers = facts.packet?.supportedConsumers ?? null
  if (layer === 'consumer-smoke' && consumers !== null && 'none' in consumers) return []
  const text = `At least one ${layer} gate was expected in the lane of ${facts.domain}, and it declares none.`
  return [declaredPart(facts, 'missing', { code: 'lane.empty-layer', text, place: facts.lanes[0], todo: `Declare a ${layer} gate` })]
}
