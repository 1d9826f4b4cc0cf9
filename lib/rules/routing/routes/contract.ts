import { known, type Route, routed } from './route.ts'

/**
 * "Contract/API/event change": the global contract gates and code generation, the domain-local gates of every affected
 * domain, and all consumer smokes that their lanes list. Affected are the owner, the consumers its map row names, and
 * the domains whose lanes depend on it.
 */
export const routeContract: Route = (input) => {
  const { context, chain } = input
  const { lanes } = context
  const codegen = routed(input, known(context, 'global/codegen'), 'a contract changes: generated code must still agree with it')
  if (chain.domain === null) return codegen
  const owner = chain.domain
  const affected = new Set([owner, ...(chain.row?.consumers ?? []), ...lanes.dependentsOf(owner)])
  return [
    ...routed(input, lanes.gatesOf(owner, 'contract-global'), `${owner} changes a contract: the global contract gates of its lane run`),
    ...codegen,
    ...[...affected].flatMap((domain) => {
      const why = domain === owner ? `${owner} owns a contract that changes` : `${domain} consumes a contract of ${owner} that changes`
      return [
        ...routed(input, lanes.gatesOf(domain, 'domain-local'), `${why}: its domain-local gates run`),
        ...routed(input, lanes.gatesOf(domain, 'consumer-smoke'), `${why}: every consumer smoke its lane lists runs`),
      ]
    }),
  ]
}
