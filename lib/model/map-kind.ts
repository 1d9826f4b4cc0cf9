/** The six ownership maps (operating model, "Ownership Inputs"). */
export const MAP_KINDS = ['package', 'route', 'schema', 'event', 'worker-binary', 'frontend-surface'] as const

export type MapKind = (typeof MAP_KINDS)[number]
