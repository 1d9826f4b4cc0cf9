/** Why something is release debt (contract, §1). */
export const DEBT_KINDS = ['hidden-skip', 'refused-skip', 'partial', 'expired-exception', 'expired-debt'] as const

export type DebtKind = (typeof DEBT_KINDS)[number]

/** A line of the debt ledger. It closes only by evidence, never by a button. */
export interface DebtLine {
  readonly id: string
  readonly kind: DebtKind
  readonly gate: string
  readonly domain: string | null
  /** The candidate's content id. */
  readonly content: string
  readonly owner: string | null
  readonly openedAt: Date
  readonly closedAt: Date | null
  /** Ids of the evidence by which its gate had passed; empty while it is open. */
  readonly closedBy: readonly string[]
  readonly reasons: readonly string[]
}

/** Which lines of the ledger are looked at. */
export const DEBT_STATES = ['open', 'closed'] as const

export type DebtState = (typeof DEBT_STATES)[number]

/** A line as trends count it. */
export type CountedLine = Pick<DebtLine, 'kind' | 'domain' | 'openedAt' | 'closedAt'>
