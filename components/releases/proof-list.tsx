import { ReasonList } from '#components/status/reason-list.tsx'
import { StatusChip } from '#components/status/status-chip.tsx'
import type { JudgedProof } from '#lib/model/judgement.ts'
import { FAST_PROFILE_PROOF_WORDING } from '#lib/wording/fast-profile-proof.ts'

/** The five proofs of a fast profile in their order, each with what it asks and why it holds or does not. */
export function ProofList({ proofs, gateHref }: { proofs: readonly JudgedProof[]; gateHref: (gate: string) => string }) {
  return (
    <ol className="divide-y divide-border rounded-card border border-border">
      {proofs.map(({ id, status, reasons }, at) => {
        const { label, meaning } = FAST_PROFILE_PROOF_WORDING[id]
        return (
          <li key={id} className="space-y-2 px-3 py-2.5">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <h3 className="font-medium text-body">
                {at + 1} {label}
              </h3>
              <StatusChip status={status} />
              <p className="text-dense text-muted">{meaning}</p>
            </div>
            {status === 'passed' ? null : <ReasonList reasons={reasons} label={`Reasons: ${label}`} gateHref={gateHref} />}
          </li>
        )
      })}
    </ol>
  )
}
