import type { Content } from './content.ts'
import type { Evidence } from './evidence.ts'

/** Why prior evidence does not prove a skip (contract, §1). */
export const PRIOR_REFUSALS = [
  'no-evidence',
  'content-mismatch',
  'gate-changed',
  'expired',
  'not-passed',
  'revoked',
  'skip-of-skip',
  'not-authorised',
] as const

export type PriorRefusal = (typeof PRIOR_REFUSALS)[number]

export const RESIDUAL_RISKS = ['none', 'low', 'medium', 'high'] as const

export type ResidualRisk = (typeof RESIDUAL_RISKS)[number]

/** A declared skip: a claim that needs a proof. Never changed; whether it is accepted is judged again at every look. */
export interface Skip {
  readonly id: string
  readonly sequence: number
  readonly gate: string
  readonly profile: string
  readonly content: Content
  readonly reason: string
  /** The id that was given as proof, whatever it names. */
  readonly prior: string | null
  readonly risk: ResidualRisk
  readonly runId: string | null
  readonly declaredBy: string
  readonly declaredAt: Date
}

/** A skip with what its `prior` turned out to be: evidence, another skip, or nothing that is known. */
export interface SkipWithProof extends Skip {
  readonly proof: { readonly kind: 'evidence'; readonly evidence: Evidence } | { readonly kind: 'skip' } | null
}
