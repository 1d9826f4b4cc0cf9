import { known, type Route, routed } from './route.ts'

/** "Docs-only architecture change": source document validation, portal build, Fairway evidence; a deploy only for generated portal artifacts. */
export const routeDocs: Route = (input) => {
  const { context, classified } = input
  const deploy = classified.portalArtifact ? known(context, 'global/portal-deploy') : []
  return [
    ...routed(input, known(context, 'global/source-doc-validation'), 'documentation changes: its sources must be valid'),
    ...routed(input, known(context, 'global/portal-build'), 'documentation changes: the portal must still build'),
    ...routed(input, known(context, 'global/fairway-evidence'), 'documentation changes: Fairway keeps the evidence'),
    ...routed(input, deploy, 'a generated portal artifact changes: it ships by a deploy'),
  ]
}
