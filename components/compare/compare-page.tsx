import { ArrowLeftRight } from 'lucide-react'
import { StatusSprite } from '#components/status/status-sprite.tsx'
import { buttonLook } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { Section } from '#components/ui/section.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import type { CandidateChoice } from '#components/vocabulary/candidate-picker.tsx'
import { shortContent } from '#components/vocabulary/content-name.ts'
import { JudgedNow } from '#components/vocabulary/judged-now.tsx'
import { NoCandidate } from '#components/vocabulary/no-candidate.tsx'
import type { ComparedCandidates } from '#lib/model/comparison.ts'
import type { CompareRange } from '#lib/wording/compare-range.ts'
import { count } from '#lib/wording/count.ts'
import { compareHref, type OfRepository } from '#lib/wording/href.ts'
import { CandidatesForm } from './candidates-form.tsx'
import { ChangedCells } from './changed-cells.tsx'
import { ChangedGates } from './changed-gates.tsx'
import { ChangedVerdicts } from './changed-verdicts.tsx'
import { ComparedModels } from './compared-models.tsx'
import { firstOf } from './more-than-listed.tsx'

/** No list of a comparison names more. */
const MOST_CELLS = 50
const MOST_GATES = 25

export interface ComparePageProps {
  readonly asked: CompareRange
  /** What of the address names no candidate. */
  readonly faults: readonly string[]
  readonly candidates: readonly CandidateChoice[]
  /** Null until two candidates are named. */
  readonly compared: ComparedCandidates | null
  readonly of: OfRepository
  readonly origin?: string
  readonly now: number
}

/** What is not the same on two candidates, the changed cells of the board first. */
export function ComparePage({ asked, faults, candidates, compared, of, origin = '', now }: ComparePageProps) {
  return (
    <>
      <PageHead
        title="Compare candidates"
        about="What got worse and what got better, both judged by the same model at the same moment"
        actions={
          compared === null ? null : (
            <PageLink href={compareHref({ base: asked.head, head: asked.base }, of)} className={buttonLook()}>
              <ArrowLeftRight aria-hidden="true" className="size-4" />
              Swap
            </PageLink>
          )
        }
      />
      <CandidatesForm key={`${asked.base}...${asked.head}`} asked={asked} candidates={candidates} of={of} />
      {faults.length === 0 ? null : (
        <Callout tone="caution" title="This could not be compared" className="mt-4">
          <ul className="space-y-1 text-dense">
            {faults.map((fault) => (
              <li key={fault}>
                <VisibleText text={fault} limit={500} />
              </li>
            ))}
          </ul>
        </Callout>
      )}
      {compared === null ? (
        candidates.length === 0 ? (
          <div className="mt-4">
            <NoCandidate origin={origin} gate={null} />
          </div>
        ) : null
      ) : (
        <JudgedNow at={compared.computedAt} sequence={compared.sequence} now={now}>
          <Compared compared={compared} of={of} />
        </JudgedNow>
      )}
    </>
  )
}

function Compared({ compared, of }: { compared: ComparedCandidates; of: OfRepository }) {
  const { base, head, isSame, items, layers, verdicts } = compared
  const unseen = [base, head].filter(({ isUnseen }) => isUnseen)
  return (
    <div className="mt-4">
      <StatusSprite />
      {unseen.map(({ contentId }) => (
        <Callout key={contentId} tone="caution" title={`Nothing was recorded for ${shortContent(contentId)}`} className="mb-3">
          <p className="text-dense">Everything is missing on it, so every difference is only that. Check the name.</p>
        </Callout>
      ))}
      <p role="status" className="text-body">
        {isSame ? (
          <span className="font-medium">
            {base.contentId === head.contentId
              ? 'This is one and the same candidate.'
              : 'No difference: each domain, each point and each gate stands the same.'}
          </span>
        ) : (
          <>
            <span className="font-medium">{summary(items, 'point')}</span>
            <span className="text-muted"> · {summary(layers, 'layer')}</span>
          </>
        )}
      </p>
      {verdicts.length === 0 ? null : <ChangedVerdicts changes={verdicts} of={{ ...of, commit: head.contentId }} />}
      <ChangedCells
        title="Changed points"
        tab="items"
        listed={firstOf(items, MOST_CELLS)}
        base={base.contentId}
        head={head.contentId}
        of={of}
      />
      <ChangedCells
        title="Changed layers"
        tab="layers"
        listed={firstOf(layers, MOST_CELLS)}
        base={base.contentId}
        head={head.contentId}
        of={of}
      />
      <ChangedGates
        evidenceLost={firstOf(compared.evidenceLost, MOST_GATES)}
        evidenceGained={firstOf(compared.evidenceGained, MOST_GATES)}
        skips={firstOf(compared.skips, MOST_GATES)}
        debt={firstOf(compared.debt, MOST_GATES)}
        needed={firstOf(compared.needed, MOST_GATES)}
        base={base.contentId}
        head={head.contentId}
        of={of}
      />
      <Section id="models" title="Models and plans">
        <ComparedModels compared={compared} />
      </Section>
    </div>
  )
}

function summary(changes: ComparedCandidates['items'], noun: string): string {
  const of = (direction: string) => changes.filter((change) => change.direction === direction).length
  return `${count(changes.length, noun)} changed: ${of('worse')} worse, ${of('better')} better, ${of('other')} otherwise`
}
