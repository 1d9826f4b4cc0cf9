import type { ChangeClass } from '#lib/model/change-class.ts'
import type { Wording } from './wording.ts'

/** The change classes; `next` is the minimum route that the class brings. */
export const CHANGE_CLASS_WORDING: Readonly<Record<ChangeClass, Wording>> = {
  contract: {
    label: 'Contract, API or event',
    meaning: 'A specification changed that other domains are built against.',
    next: 'Brings the global contract gates, codegen, the local gates of the affected domains and every consumer smoke their lanes list.',
  },
  schema: {
    label: 'Schema or seed',
    meaning: 'A migration or seed of a database changed.',
    next: 'Brings the schema-drift guard, migration validation, the local gates of the owning domain and the API/read-model smoke.',
  },
  'shared-service': {
    label: 'Shared-service package',
    meaning: 'Source of a platform domain changed that products rely on.',
    next: 'Brings the boundary guard, the local gates and every consumer smoke of the lane, and service evidence unless only tests or documentation changed.',
  },
  product: {
    label: 'Product package',
    meaning: 'Source of a product domain changed.',
    next: 'Brings the local gates and the smokes of the shared services it consumes, and UAT evidence unless only tests or documentation changed.',
  },
  frontend: {
    label: 'Frontend page family',
    meaning: 'A page family of the frontend changed.',
    next: 'Brings the page-family gates and the docs/UX gate, and the API smokes of the surface when a contract or schema changes with it.',
  },
  cicd: {
    label: 'CI/CD or profile',
    meaning: 'Something changed that decides what is checked: a pipeline, a profile, a map, a lane, a packet or a guard file.',
    next: 'Brings the release-profile resolver, the preflight smoke and the evidence gate, and asks for a validation-only profile.',
  },
  docs: {
    label: 'Documentation only',
    meaning: 'Documentation that a map owns changed, and nothing else of that file.',
    next: 'Brings source-doc validation, the portal build and Fairway evidence, and the portal deploy when generated artifacts ship.',
  },
  unmapped: {
    label: 'No owner',
    meaning: 'No ownership map gives this file an owner.',
    next: 'Brings every global gate there is and asks for an architecture review.',
  },
}
