import type { DebtKind } from './debt.ts'
import type { JudgedGate, JudgedProof } from './judgement.ts'
import type { PriorRefusal, ResidualRisk } from './skip.ts'

/** What of the register is looked at: what is owed now, what was declared, or what evidence has repaid. */
export const REGISTER_VIEWS = ['owed', 'declared', 'repaid'] as const

export type RegisterView = (typeof REGISTER_VIEWS)[number]

/** How a line stands: debt is owed or repaid, a declared skip accepted or refused. */
export const REGISTER_STATES = ['owed', 'repaid', 'accepted', 'refused'] as const

export type RegisterState = (typeof REGISTER_STATES)[number]

/** A line of the register: a line of debt or a declared skip, with its gate and the five proofs as they are judged at this moment. */
export interface RegisterLine extends Pick<JudgedGate, 'status' | 'overlays' | 'reasons'> {
  readonly id: string
  readonly state: RegisterState
  /** Why it is owed; null for a declared skip. */
  readonly kind: DebtKind | null
  /** Why its proof does not hold; null for any other line. */
  readonly refusal: PriorRefusal | null
  readonly gate: string
  readonly title: string
  readonly domain: string | null
  /** The profile it was left out under; null when nothing says one. */
  readonly profile: string | null
  /** The candidate's content id. */
  readonly content: string
  readonly owner: string | null
  /** What opened a line of debt, or the reason that a skip was declared with. */
  readonly because: readonly string[]
  /** Who declared it; null for a line of debt. */
  readonly by: string | null
  /** The risk that was declared; null for a line of debt. */
  readonly risk: ResidualRisk | null
  /** When it was opened or declared; ISO. */
  readonly at: string
  /** When evidence repaid it; ISO, null while it is owed. */
  readonly closedAt: string | null
  /** The evidence by which its gate had passed. */
  readonly closedBy: readonly string[]
  /** The five, in order, for this gate alone. */
  readonly proofs: readonly JudgedProof[]
}
