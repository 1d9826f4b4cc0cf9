import type { RoutingRule } from '#lib/model/routing-rules.ts'
import type { CompiledModel } from '../ownership/compiled-model.ts'
import { patternSet } from '../ownership/pattern-set.ts'
import { type GateCatalogue, listGates } from './gate-catalogue.ts'
import { type LaneBook, openLaneBook } from './lane-book.ts'

/** What every step of routing looks up, prepared once for a model. */
export interface RoutingContext {
  readonly compiled: CompiledModel
  readonly catalogue: GateCatalogue
  /** Every `global/…` gate, in the order of the catalogue. */
  readonly globalGateIds: readonly string[]
  readonly lanes: LaneBook
  readonly isPortalArtifact: (path: string) => boolean
  readonly rules: readonly { readonly rule: RoutingRule; readonly matchesPath: (path: string) => boolean }[]
  /** A map could not be wholly read: any path might have an owner that is not known. */
  readonly mapFaulty: boolean
}

/** Where generated portal artifacts lie unless `routing-rules.yaml` says more. */
const GENERATED_PORTAL = /^(docs?|documentation)\/(portal|_site|site|dist|build)\/|^(portal|site)\/(dist|build|public|generated)\//

/** Prepares a compiled model for routing. */
export function routingContext(compiled: CompiledModel): RoutingContext {
  const { model } = compiled
  const catalogue = listGates(model)
  const declaredPortal = patternSet(model.routingRules.portalArtifacts)
  return {
    compiled,
    catalogue,
    globalGateIds: [...catalogue.keys()].filter((id) => id.startsWith('global/')),
    lanes: openLaneBook(model),
    isPortalArtifact: (path) => GENERATED_PORTAL.test(path) || declaredPortal(path),
    rules: model.routingRules.rules.map((rule) => ({ rule, matchesPath: rule.paths === null ? () => true : patternSet(rule.paths) })),
    mapFaulty: model.maps.some((map) => map.state === 'faulty'),
  }
}
