/** What kind of change a file makes (operating model, "Gate Routing Rules"); `unmapped` is a file without an owner. */
export const CHANGE_CLASSES = ['contract', 'schema', 'shared-service', 'product', 'frontend', 'cicd', 'docs', 'unmapped'] as const

export type ChangeClass = (typeof CHANGE_CLASSES)[number]
