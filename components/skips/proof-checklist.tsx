import { ReasonReference } from '#components/status/reason-reference.tsx'
import { CodeBlock } from '#components/ui/code-block.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import type { JudgedProof } from '#lib/model/judgement.ts'
import { FAST_PROFILE_PROOF_WORDING } from '#lib/wording/fast-profile-proof.ts'
import { ProofMark } from './proof-mark.tsx'

/** The five, each with what it rests on where it holds, and with the gap and what to run where it does not. */
export function ProofChecklist({ proofs, hrefOfGate }: { proofs: readonly JudgedProof[]; hrefOfGate: (gate: string) => string }) {
  if (proofs.length === 0) return <p className="text-dense text-muted">The gate is no longer declared, so nothing can be proven for it.</p>
  return (
    <ol className="divide-y divide-border rounded-control border border-border">
      {proofs.map((proof, at) => (
        <li key={proof.id} className="space-y-1 px-3 py-2.5">
          <p className="flex flex-wrap items-center justify-between gap-x-3 text-body">
            <span className="font-medium">
              {at + 1}. {FAST_PROFILE_PROOF_WORDING[proof.id].label}
            </span>
            <ProofMark proof={proof} />
          </p>
          {proof.reasons.length === 0 ? <p className="text-dense text-muted">{FAST_PROFILE_PROOF_WORDING[proof.id].meaning}</p> : null}
          {proof.reasons.slice(0, MOST_REASONS).map((reason, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two reasons may be alike in everything but their position
            <div key={index} className="space-y-1 text-dense">
              <p>
                <VisibleText text={reason.text} limit={600} />
              </p>
              {proof.status !== 'passed' || reason.refs.length === 0 ? null : (
                <ul>
                  {reason.refs.slice(0, MOST_REASONS).map((reference) => (
                    <li key={reference}>
                      <ReasonReference reference={reference} gateHref={hrefOfGate} />
                    </li>
                  ))}
                </ul>
              )}
              {proof.status === 'passed' || reason.next?.command == null ? null : (
                <CodeBlock text={reason.next.command} label="Copy the command" />
              )}
            </div>
          ))}
          {proof.reasons.length > MOST_REASONS ? (
            <p className="text-dense text-muted">and {proof.reasons.length - MOST_REASONS} more that do not hold</p>
          ) : null}
        </li>
      ))}
    </ol>
  )
}

/** More would hide the other proofs below the fold. */
const MOST_REASONS = 3
