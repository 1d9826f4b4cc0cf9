import { uatGateId } from '../gate-catalogue.ts'
import { isDocumentation, isTestFile } from '../path-nature.ts'
import { known, type Route, routed } from './route.ts'

/**
 * "Product package change": the product's own domain-local gates and smokes, the smokes of the shared services it
 * consumes, and UAT evidence unless the file is only a test or documentation and no user or runtime flow can change.
 * The boundary guard comes too: a product is where a boundary is crossed.
 */
export const routeProduct: Route = (input) => {
  const { context, chain, classified } = input
  const guard = routed(input, known(context, 'global/boundary_guard'), 'a product changes: no new boundary may be crossed')
  if (chain.domain === null) return guard
  const { domain } = chain
  const { lanes } = context
  const { path } = classified.file
  const uat = isTestFile(path) || isDocumentation(path) ? [] : known(context, uatGateId(domain))
  return [
    ...guard,
    ...routed(input, lanes.gatesOf(domain, 'domain-local'), `${domain} is a product that changes: its domain-local gates run`),
    ...routed(input, lanes.gatesOf(domain, 'consumer-smoke'), `${domain} is a product that changes: its own smokes run`),
    ...routed(input, lanes.smokesConsumedBy(domain), `${domain} consumes this shared service: its use of it must still work`),
    ...routed(input, uat, `a user or runtime flow of ${domain} may change: UAT evidence is due`),
  ]
}
