import { Check, CircleDashed, Minus, X } from 'lucide-react'
import { classNames } from '#components/ui/class-names.ts'
import type { JudgedProof } from '#lib/model/judgement.ts'
import type { Status } from '#lib/model/status.ts'
import { FAST_PROFILE_PROOF_WORDING } from '#lib/wording/fast-profile-proof.ts'
import { proofWord } from '#lib/wording/proof-word.ts'

/** How one of the five proofs stands: a tick where it holds, a cross and what it lacks where it does not, a dash where it does not apply. */
export function ProofMark({ proof }: { proof: Pick<JudgedProof, 'id' | 'status'> | null }) {
  const status = proof?.status ?? null
  const { icon: Icon, tint } = lookOf(status)
  const title = proof === null ? 'The gate is no longer declared' : `${FAST_PROFILE_PROOF_WORDING[proof.id].label}: ${proofWord(status)}`
  return (
    <span title={title} className={classNames('inline-flex items-center gap-1 whitespace-nowrap text-meta', tint)}>
      <Icon aria-hidden="true" className="size-3.5 shrink-0" strokeWidth={2.5} />
      {proofWord(status)}
    </span>
  )
}

function lookOf(status: Status | null) {
  if (status === 'passed') return { icon: Check, tint: 'text-good-fg' }
  if (status === null || status === 'not-applicable') return { icon: Minus, tint: 'text-muted' }
  return status === 'pending' ? { icon: CircleDashed, tint: 'text-info-fg' } : { icon: X, tint: 'font-medium text-danger-fg' }
}
