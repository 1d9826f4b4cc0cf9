import { known, type Route, routed } from './route.ts'

/**
 * "Frontend page-family change": the page family's gates and the source documents/UX gate; the surface's API smokes too
 * when a contract or schema changes with it.
 */
export const routeFrontend: Route = (input) => {
  const { context, chain, dataContractChanges } = input
  const { lanes } = context
  const ux = routed(input, known(context, 'global/docs-ux'), 'a frontend surface changes: its source documents and UX are checked')
  if (chain.domain === null) return ux
  const { domain } = chain
  const smokes = dataContractChanges
    ? [...lanes.gatesOf(domain, 'consumer-smoke'), ...lanes.smokesConsumedBy(domain), ...known(context, 'global/api-read-model-smoke')]
    : []
  return [
    ...ux,
    ...routed(input, lanes.gatesOf(domain, 'domain-local'), `${domain} is a frontend surface that changes: its page-family gates run`),
    ...routed(input, smokes, `a data contract changes together with ${domain}: its API smokes run`),
  ]
}
