import { EmptyState } from '#components/ui/empty-state.tsx'
import { InvalidParameters } from '#components/ui/invalid-parameters.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { CandidateName } from '#components/vocabulary/candidate-name.tsx'
import { type Content, contentIdOf } from '#lib/model/content.ts'
import type { ReviewDomain } from '#lib/model/review-domain.ts'
import { boardHref, domainHref, exceptionsHref, type OfRepository } from '#lib/wording/href.ts'
import type { UnusedParameter } from '#lib/wording/search-parameters.ts'
import type { ExceptionDraft } from './exception-draft.ts'
import { type GateToExcept, RequestForm } from './request-form.tsx'

export interface NewExceptionPageProps {
  readonly domain: string
  readonly title: string
  /** Null while there is no candidate. */
  readonly content: Content | null
  /** The gates of its lane that are not satisfied. */
  readonly gates: readonly GateToExcept[]
  readonly begun: ExceptionDraft
  /** The request that is worded anew; null for a new one. */
  readonly rewords: string | null
  readonly reviews: readonly ReviewDomain[]
  readonly whyNot: string | null
  readonly of: OfRepository
  readonly unused: readonly UnusedParameter[]
}

/** Asking for an exception, from the cell that hurts: the form is filled in with what is known. */
export function NewExceptionPage({ domain, title, content, gates, begun, rewords, reviews, whyNot, of, unused }: NewExceptionPageProps) {
  return (
    <>
      <InvalidParameters parameters={unused} />
      <PageHead
        trail={
          <PageLink href={exceptionsHref(of)} className="text-link hover:underline">
            Exceptions
          </PageLink>
        }
        title={
          <>
            {rewords === null ? 'Ask for an exception for ' : 'Word anew the exception for '}
            <VisibleText text={title} limit={60} />
          </>
        }
        about={
          <p className="flex flex-wrap items-center gap-x-2 text-dense">
            {rewords === null
              ? 'For this content alone, until it ends.'
              : 'Approvals so far were of other words, and will no longer count.'}{' '}
            {content === null ? null : <CandidateName contentId={contentIdOf(content)} />}
          </p>
        }
      />
      {content === null || gates.length === 0 ? (
        <EmptyState title="There is nothing to except">
          <p className="text-body text-muted">
            {content === null
              ? 'Nothing was recorded yet that could be released.'
              : 'Every gate of this domain is satisfied on this content.'}{' '}
            <PageLink
              href={content === null ? boardHref(of) : domainHref(domain, 'lane', { ...of, commit: contentIdOf(content) })}
              className="text-link underline"
            >
              {content === null ? 'The board' : 'Its lane'}
            </PageLink>
          </p>
        </EmptyState>
      ) : (
        <RequestForm
          domain={domain}
          content={content}
          gates={gates}
          begun={begun}
          rewords={rewords}
          reviews={reviews}
          repository={of.repository ?? null}
          whyNot={whyNot}
        />
      )}
    </>
  )
}
