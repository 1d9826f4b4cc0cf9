import type { Change } from '#lib/model/change.ts'
import { CHANGE_CLASSES, type ChangeClass } from '#lib/model/change-class.ts'
import { byPlace } from '#lib/model/diagnostic.ts'
import type { GatePlan, GateReason, PlannedGate } from '#lib/model/gate-plan.ts'
import type { CompiledModel } from '../ownership/compiled-model.ts'
import { type ClassifiedFile, classifyFile } from './classify-file.ts'
import { diagnoseChange } from './diagnose-change.ts'
import { type ClassesByDomain, explainOmission } from './explain-omission.ts'
import { byLayerDomainId } from './gate-catalogue.ts'
import { requestReviews } from './request-reviews.ts'
import { CLASS_ROUTES } from './routes/class-routes.ts'
import { routeEveryChange } from './routes/every-change.ts'
import { routeFaults } from './routes/fault.ts'
import { routeClaims } from './routes/lane-claim.ts'
import { routeWithoutLane } from './routes/no-lane.ts'
import { routeProfile } from './routes/profile.ts'
import { routeByRepositoryRules } from './routes/repository-rule.ts'
import type { RoutedGate } from './routes/route.ts'
import { type RoutingContext, routingContext } from './routing-context.ts'

/**
 * Routes a change to the gates it must pass, each with every chain that brought it, and says of every other gate which
 * rule left it out. The plan is the union over the files, so a further file never removes a gate; a fault, an unknown
 * or an empty list brings broad gates. The same input gives the same value.
 */
export function planChange(compiled: CompiledModel, change: Change): GatePlan {
  const context = routingContext(compiled)
  const { model } = compiled
  const classified = change.files.map((file) => classifyFile(context, file))
  const dataContractChanges = classified.some(({ chains }) => chains.some((chain) => DATA_CONTRACTS.has(chain.class)))
  const diagnostics = [...model.diagnostics, ...change.diagnostics, ...diagnoseChange(context, change, classified)]
  const profile = model.profiles.find((each) => each.id === change.profile)
  const gates = collectGates(context, [
    ...routeEveryChange(model),
    ...routeProfile(profile),
    ...routeFaults(context, diagnostics),
    ...classified.flatMap((each) => routeFile(context, each, dataContractChanges)),
  ])
  const required = new Set(gates.map((gate) => gate.id))
  const touched = classesByDomain(classified)
  return {
    version: 1,
    repository: model.repository,
    modelDigest: model.digest,
    base: change.base,
    head: change.head,
    profile: change.profile,
    files: classified.map(({ file }) => file),
    classes: CHANGE_CLASSES.filter((each) => classified.some(({ file }) => file.classes.includes(each))),
    domains: [...new Set(classified.flatMap(({ file }) => file.domains))].sort(),
    unmapped: [...new Set(classified.filter(({ file }) => file.classes.includes('unmapped')).map(({ file }) => file.path))],
    gates,
    notRequired: [...context.catalogue.values()]
      .filter((gate) => !required.has(gate.id))
      .sort(byLayerDomainId)
      .map((gate) => ({ id: gate.id, because: explainOmission(context, gate, touched) })),
    reviews: requestReviews(context, classified),
    diagnostics: diagnostics.sort(byPlace),
  }
}

const DATA_CONTRACTS: ReadonlySet<ChangeClass> = new Set(['contract', 'schema'])

function routeFile(context: RoutingContext, classified: ClassifiedFile, dataContractChanges: boolean): RoutedGate[] {
  return [
    ...classified.chains.flatMap((chain) => CLASS_ROUTES[chain.class]({ context, classified, chain, dataContractChanges })),
    ...routeClaims(context, classified),
    ...routeWithoutLane(context, classified),
    ...routeByRepositoryRules(context, classified),
  ]
}

function collectGates(context: RoutingContext, routed: readonly RoutedGate[]): PlannedGate[] {
  const reasons = new Map<string, Map<string, GateReason>>()
  for (const { gateId, reason } of routed) {
    const known = reasons.get(gateId) ?? new Map<string, GateReason>()
    reasons.set(gateId, known.set(chainKey(reason), reason))
  }
  return [...context.catalogue.values()]
    .filter((gate) => reasons.has(gate.id))
    .sort(byLayerDomainId)
    .map(({ id, layer, domain, title, run }) => ({ id, layer, domain, title, run, reasons: [...(reasons.get(id)?.values() ?? [])] }))
}

function chainKey({ rule, file, map, declared, text }: GateReason): string {
  return `${rule}\n${file}\n${map?.file}:${map?.line}\n${declared?.file}:${declared?.line}\n${text}`
}

function classesByDomain(classified: readonly ClassifiedFile[]): ClassesByDomain {
  const found = new Map<string, Set<ChangeClass>>()
  for (const chain of classified.flatMap(({ chains }) => chains)) {
    if (chain.domain !== null) found.set(chain.domain, (found.get(chain.domain) ?? new Set()).add(chain.class))
  }
  return found
}
