import { ReleaseVerdictChip } from '#components/status/release-verdict-chip.tsx'
import { buttonLook } from '#components/ui/button.tsx'
import { Code } from '#components/ui/code.tsx'
import { Cell, DataTable, HeadCell, RowHead } from '#components/ui/data-table.tsx'
import { InvalidParameters } from '#components/ui/invalid-parameters.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { Age } from '#components/vocabulary/age.tsx'
import { shortContent } from '#components/vocabulary/content-name.ts'
import { JudgedNow } from '#components/vocabulary/judged-now.tsx'
import { NoCandidate } from '#components/vocabulary/no-candidate.tsx'
import type { ProfileVerdict } from '#lib/model/release-record.ts'
import { count } from '#lib/wording/count.ts'
import { type OfRepository, promotionsHref, releaseHref, releasesHref } from '#lib/wording/href.ts'
import { NoProfile } from './no-profile.tsx'

export interface ReleasesPageProps {
  readonly releases: {
    readonly items: readonly {
      readonly contentId: string
      readonly firstSeenAt: string
      readonly verdicts: readonly ProfileVerdict[]
    }[]
    readonly profiles: readonly string[]
    readonly next: string | null
    readonly computedAt: string
    readonly sequence: number
  }
  /** Where the page begins; null at the newest candidate. */
  readonly cursor: string | null
  readonly of: OfRepository
  readonly origin: string
  readonly now: number
}

/** Candidates, newest first, each with its verdict under every profile. */
export function ReleasesPage({ releases, cursor, of, origin, now }: ReleasesPageProps) {
  const { items, profiles, next, computedAt, sequence } = releases
  const lost = cursor !== null && items.length === 0
  return (
    <>
      {lost ? <InvalidParameters parameters={[{ name: 'cursor', value: cursor, because: 'no candidate stands after it' }]} /> : null}
      <PageHead
        title="Releases"
        about="Candidates, newest first: whether each may be released, by every profile"
        actions={
          <PageLink href={promotionsHref(of)} className={buttonLook()}>
            Independent promotions
          </PageLink>
        }
      />
      {profiles.length === 0 ? (
        <NoProfile />
      ) : items.length > 0 ? (
        <JudgedNow at={computedAt} sequence={sequence} now={now}>
          <DataTable label="Candidates">
            <thead>
              <tr>
                <HeadCell>Candidate</HeadCell>
                {profiles.map((profile) => (
                  <HeadCell key={profile}>
                    <VisibleText text={profile} limit={40} />
                  </HeadCell>
                ))}
                <HeadCell className="text-right">First seen</HeadCell>
              </tr>
            </thead>
            <tbody>
              {items.map(({ contentId, firstSeenAt, verdicts }) => (
                <tr key={contentId} className="hover:bg-hover">
                  <RowHead>
                    <PageLink
                      href={releaseHref(contentId, of)}
                      title={contentId}
                      className="inline-block min-h-6 py-0.5 font-medium text-link hover:underline"
                    >
                      <Code>{shortContent(contentId)}</Code>
                    </PageLink>
                  </RowHead>
                  {verdicts.map(({ profile, verdict, unsatisfied }) => (
                    <Cell key={profile}>
                      <PageLink href={releaseHref(contentId, { ...of, profile })} className="inline-flex min-h-6 items-center text-text">
                        <ReleaseVerdictChip verdict={verdict} />
                      </PageLink>
                      {unsatisfied === 0 ? null : (
                        <span className="block whitespace-nowrap text-meta text-muted">{count(unsatisfied, 'gate')} open</span>
                      )}
                    </Cell>
                  ))}
                  <Cell className="text-right text-muted">
                    <Age at={firstSeenAt} now={now} />
                  </Cell>
                </tr>
              ))}
            </tbody>
          </DataTable>
        </JudgedNow>
      ) : cursor === null ? (
        <NoCandidate origin={origin} gate={null} />
      ) : null}
      <nav aria-label="Pages of candidates" className="mt-3 flex gap-2 empty:hidden print:hidden">
        {cursor === null ? null : (
          <PageLink href={releasesHref(of)} className={buttonLook()}>
            Newest
          </PageLink>
        )}
        {next === null ? null : (
          <PageLink href={releasesHref({ ...of, cursor: next })} className={buttonLook()}>
            Older
          </PageLink>
        )}
      </nav>
    </>
  )
}
