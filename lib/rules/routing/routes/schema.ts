import { known, type Route, routed } from './route.ts'

/** "Schema/seed change": schema drift guard and migration validation, the owner's domain-local gates, the API/read-model smoke. */
export const routeSchema: Route = (input) => {
  const { context, chain } = input
  return [
    ...routed(
      input,
      known(context, 'global/schema-drift-guard'),
      'a schema or seed changes: what is declared must still be what is migrated',
    ),
    ...routed(input, known(context, 'global/migration-validation'), 'a schema or seed changes: its migrations must apply'),
    ...routed(input, known(context, 'global/api-read-model-smoke'), 'a schema or seed changes: what reads it must still answer'),
    ...(chain.domain === null
      ? []
      : routed(input, context.lanes.gatesOf(chain.domain, 'domain-local'), `${chain.domain} owns the schema: its domain-local gates run`)),
  ]
}
