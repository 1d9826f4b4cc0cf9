import { known, type Route, routed } from './route.ts'

/** "If a file cannot be mapped to an owner, the change must run broad global gates": every global gate there is. */
export const routeUnmapped: Route = (input) => {
  const text = input.classified.file.owners.length === 0 ? 'no map names an owner' : 'a map could not be read: the owners may not be all'
  return routed(input, known(input.context, ...input.context.globalGateIds), `${text}: every global gate runs`)
}
