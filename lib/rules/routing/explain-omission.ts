import { CHANGE_CLASSES, type ChangeClass } from '#lib/model/change-class.ts'
import type { Gate } from '#lib/model/gate.ts'
import { uatGateId } from './gate-catalogue.ts'
import { KNOWN_GATES } from './known-gates.ts'
import type { RoutingContext } from './routing-context.ts'

/** The classes of the files that each domain owns in a change. */
export type ClassesByDomain = ReadonlyMap<string, ReadonlySet<ChangeClass>>

/** The rule that left a gate out of a plan, as a sentence. */
export function explainOmission(context: RoutingContext, gate: Gate, touched: ClassesByDomain): string {
  return gate.domain === null ? omittedGlobal(context, gate) : omittedOfDomain(gate, gate.domain, touched)
}

function omittedGlobal(context: RoutingContext, gate: Gate): string {
  const known = KNOWN_GATES.find((each) => each.id === gate.id)
  if (gate.id === 'global/portal-deploy') return 'no generated portal artifact changes'
  if (gate.id === 'global/api-read-model-smoke') return 'no schema or seed changes'
  if (known !== undefined) return `no file of class ${known.routedBy} changes`
  const { profiles, routingRules } = context.compiled.model
  const profile = profiles.find((each) => each.smoke === gate.id || each.rollbackGate === gate.id)
  if (profile !== undefined) return `only the profile ${profile.id} asks for it, and the plan is not for that profile`
  const rule = routingRules.rules.find((each) => each.gates.includes(gate.id))
  if (rule !== undefined) return `the repository's rule ${rule.id} applies to no changed file`
  return 'no lane lists it as a global gate and no rule of this change asks for it'
}

function omittedOfDomain(gate: Gate, domain: string, touched: ClassesByDomain): string {
  const found = touched.get(domain)
  if (found === undefined) return `no changed file belongs to ${domain}, and nothing that changes reaches it`
  const classes = CHANGE_CLASSES.filter((each) => found.has(each)).join(', ')
  if (gate.layer === 'service-evidence') return omittedEvidence(gate, domain, found, classes)
  return `what changes of ${domain} is of class ${classes}, whose route does not reach its ${gate.layer} gates`
}

function omittedEvidence(gate: Gate, domain: string, found: ReadonlySet<ChangeClass>, classes: string): string {
  if (found.has('shared-service') || (found.has('product') && gate.id === uatGateId(domain))) {
    return `only tests and documentation of ${domain} change`
  }
  return `what changes of ${domain} is of class ${classes}, which asks for no service evidence of its lane`
}
