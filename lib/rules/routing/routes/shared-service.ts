import { isDocumentation, isTestFile } from '../path-nature.ts'
import { known, type Route, routed } from './route.ts'

/**
 * "Platform shared-service package change": the boundary guard, domain-local gates and every consumer smoke of the lane;
 * service evidence too, unless the file is only a test or documentation and so cannot reach production.
 */
export const routeSharedService: Route = (input) => {
  const { context, chain, classified } = input
  const guard = routed(input, known(context, 'global/boundary_guard'), 'a shared service changes: no new boundary may be crossed')
  if (chain.domain === null) return guard
  const { domain } = chain
  const { path } = classified.file
  const evidence = isTestFile(path) || isDocumentation(path) ? [] : context.lanes.gatesOf(domain, 'service-evidence')
  return [
    ...guard,
    ...routed(
      input,
      context.lanes.gatesOf(domain, 'domain-local'),
      `${domain} is a shared service that changes: its domain-local gates run`,
    ),
    ...routed(
      input,
      context.lanes.gatesOf(domain, 'consumer-smoke'),
      `${domain} is a shared service that changes: its consumers must still work`,
    ),
    ...routed(input, evidence, `${domain} changes what may reach production: its service evidence is due`),
  ]
}
