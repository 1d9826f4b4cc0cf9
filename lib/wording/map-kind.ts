import type { MapKind } from '#lib/model/map-kind.ts'
import type { Wording } from './wording.ts'

export interface MapKindWording extends Wording {
  /** The map's file name inside the folder of the ownership maps. */
  readonly fileName: string
}

/** The six ownership maps; `meaning` says what each routes. */
export const MAP_KIND_WORDING: Readonly<Record<MapKind, MapKindWording>> = {
  package: {
    label: 'Package',
    fileName: 'package-ownership.md',
    meaning: 'Routes package tests and review owners.',
    next: 'Add a row with the package path and its domain.',
  },
  route: {
    label: 'Route',
    fileName: 'route-ownership.md',
    meaning: 'Routes API and handler smokes and the route-placement guard.',
    next: 'Add a row with the handler or specification path and its domain.',
  },
  schema: {
    label: 'Schema',
    fileName: 'schema-ownership.md',
    meaning: 'Routes migration and schema-drift checks and database integration tests.',
    next: 'Add a row with the migration path and its domain.',
  },
  event: {
    label: 'Event',
    fileName: 'event-ownership.md',
    meaning: 'Routes AsyncAPI, event, outbox and dead-letter tests.',
    next: 'Add a row with the event specification path and its domain.',
  },
  'worker-binary': {
    label: 'Worker binary',
    fileName: 'worker-binary-ownership.md',
    meaning: 'Routes the build, smoke and deploy of workers.',
    next: 'Add a row with the binary path and its domain.',
  },
  'frontend-surface': {
    label: 'Frontend surface',
    fileName: 'frontend-surface-ownership.md',
    meaning: 'Routes page-family tests and reviews of the frontend.',
    next: 'Add a row with the surface path and its domain.',
  },
}
