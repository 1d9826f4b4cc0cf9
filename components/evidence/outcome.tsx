import { ResultChip } from '#components/status/result-chip.tsx'
import { Fact, FactList } from '#components/ui/fact-list.tsx'
import { momentOf } from '#lib/wording/age.ts'
import { groupDigits } from '#lib/wording/count.ts'
import { durationText } from '#lib/wording/duration.ts'
import { countsText } from '#lib/wording/evidence-look.ts'
import type { EvidenceDetailProps } from './detailed-evidence.ts'
import { LongText } from './long-text.tsx'
import { NOT_SAID } from './not-said.tsx'

/** What came of it. */
export function Outcome({ evidence }: EvidenceDetailProps) {
  const { counts, startedAt, finishedAt, reason } = evidence
  const took = startedAt === null || finishedAt === null ? null : Date.parse(finishedAt) - Date.parse(startedAt)
  return (
    <FactList>
      <Fact name="Result">
        <ResultChip evidence={evidence} />
      </Fact>
      <Fact name="Exit code">{evidence.exitCode ?? NOT_SAID}</Fact>
      <Fact name="Counts">
        {counts === null ? <span className="text-muted">not counted</span> : `${countsText(counts)}, ${groupDigits(counts.passed)} passed`}
      </Fact>
      <Fact name="Took">{took === null ? NOT_SAID : durationText(took / 1000)}</Fact>
      <Fact name="By the producer's clock">
        {startedAt === null && finishedAt === null ? (
          NOT_SAID
        ) : (
          <>
            {startedAt === null ? 'not said' : momentOf(Date.parse(startedAt))} to{' '}
            {finishedAt === null ? 'not said' : momentOf(Date.parse(finishedAt))}
          </>
        )}
      </Fact>
      <Fact name="Reason">{reason === null ? <span className="text-muted">none given</span> : <LongText text={reason} />}</Fact>
    </FactList>
  )
}
