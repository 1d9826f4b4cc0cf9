import { InvalidParameters } from '#components/ui/invalid-parameters.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { type CandidateChoice, CandidatePicker } from '#components/vocabulary/candidate-picker.tsx'
import { JudgedNow } from '#components/vocabulary/judged-now.tsx'
import { NoCandidate } from '#components/vocabulary/no-candidate.tsx'
import type { OfCandidate } from '#lib/wording/href.ts'
import type { UnusedParameter } from '#lib/wording/search-parameters.ts'
import { GuardSection } from './guard-section.tsx'
import type { GuardToShow } from './guard-to-show.ts'

export interface GuardsPageProps {
  readonly guards: readonly GuardToShow[]
  /** What was judged; null while there is no candidate. */
  readonly contentId: string | null
  readonly judgedAt: string
  readonly sequence: number
  readonly candidates: readonly CandidateChoice[]
  readonly of: OfCandidate
  readonly unused: readonly UnusedParameter[]
  readonly origin: string
  readonly now: number
}

/** Every boundary guard on a candidate: its mode, what it found by rule, and how that has changed. */
export function GuardsPage({ guards, contentId, judgedAt, sequence, candidates, of, unused, origin, now }: GuardsPageProps) {
  return (
    <>
      <InvalidParameters parameters={unused} />
      <PageHead
        title="Guards"
        about="Which boundary findings are new, which are known, and what each guard still waits for"
        actions={contentId === null ? null : <CandidatePicker candidates={candidates} chosen={of.commit ?? null} />}
      />
      {contentId === null ? (
        <NoCandidate origin={origin} gate={guards[0]?.gate ?? null} />
      ) : (
        <JudgedNow at={judgedAt} sequence={sequence} now={now}>
          {guards.map((guard) => (
            <GuardSection key={guard.gate} guard={guard} of={of} now={now} />
          ))}
        </JudgedNow>
      )}
    </>
  )
}
