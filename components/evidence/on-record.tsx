import { Fact, FactList } from '#components/ui/fact-list.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { Age } from '#components/vocabulary/age.tsx'
import { FullHash } from '#components/vocabulary/full-hash.tsx'
import { momentOf } from '#lib/wording/age.ts'
import { count, groupDigits } from '#lib/wording/count.ts'
import { AuditBinding } from './audit-binding.tsx'
import type { EvidenceDetailProps } from './detailed-evidence.ts'
import { LongText } from './long-text.tsx'
import { RelatedEvidence } from './related-evidence.tsx'

/** What binds it to the chain, what it answers and what answered it. */
export function OnRecord({ evidence, supersedes, answeredBy, recorded, revocation, now }: EvidenceDetailProps) {
  const { revoked } = evidence
  const unknown = evidence.supersedes.length - supersedes.length
  return (
    <FactList>
      <Fact name="Id">
        <FullHash text={evidence.id} label="Copy id" />
      </Fact>
      <Fact name="Recorded">
        {momentOf(Date.parse(evidence.receivedAt))}, as number {groupDigits(evidence.sequence)}
      </Fact>
      <AuditBinding name="Audit entry" shown={recorded} />
      <Fact name="It answers">
        <RelatedEvidence evidence={supersedes} now={now} none="nothing" />
        {unknown > 0 ? <span className="block text-muted">and {count(unknown, 'id')} that nothing has</span> : null}
      </Fact>
      <Fact name="Answered by">
        <RelatedEvidence evidence={answeredBy} now={now} none="nothing" />
      </Fact>
      <Fact name="Revocation">
        {revoked === null ? (
          <span className="text-muted">{evidence.result === 'passed' ? 'not revoked' : 'cannot be revoked, only answered'}</span>
        ) : (
          <>
            revoked <Age at={revoked.at} now={now} /> by <VisibleText text={revoked.by} limit={80} className="font-medium" />:{' '}
            <LongText text={revoked.reason} />
          </>
        )}
      </Fact>
      {revoked === null ? null : <AuditBinding name="Audit entry of that" shown={revocation} />}
    </FactList>
  )
}
