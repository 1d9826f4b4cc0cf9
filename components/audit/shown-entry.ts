import type { AuditEntry } from '#lib/model/audit.ts'

/** An entry of the chain as a page shows it. */
export interface ShownEntry extends AuditEntry {
  /** Who did it: a person by name, anything else by its identity; null when the entry cannot be read. */
  readonly by: string | null
  /** What is wrong with it by itself; null when its hash is that of its content. */
  readonly fault: string | null
  /** Where the list begins with it. */
  readonly cursor: string
}
