import { known, type Route, routed } from './route.ts'

/** "CI/CD/profile change": whatever can change what is checked passes the profile resolver, the preflight smoke and the evidence gate. */
export const routeCicd: Route = (input) => [
  ...routed(
    input,
    known(input.context, 'global/release-profile-resolver'),
    'what is checked may change: every release profile must still resolve',
  ),
  ...routed(input, known(input.context, 'global/preflight-smoke'), 'what is checked may change: the pipeline must still start'),
  ...routed(input, known(input.context, 'global/evidence-gate'), 'what is checked may change: evidence must still be demanded'),
]
