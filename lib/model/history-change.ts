/** A moment of the history: its newest entry. */
export interface HistoryPoint {
  /** Of the newest entry; 0 before the first. */
  readonly sequence: number
  /** When that was recorded, in milliseconds since 1970 by the database's clock; null before the first. */
  readonly at: number | null
}

/** A hint that something was recorded: enough to know whom it concerns, never what it says. */
export interface HistoryChange {
  readonly sequence: number
  /** Milliseconds since 1970, by the database's clock. */
  readonly at: number
  /** Null for what is of no repository. */
  readonly repository: string | null
  /** As the audit chain names it: `evidence.recorded`. */
  readonly action: string
}
