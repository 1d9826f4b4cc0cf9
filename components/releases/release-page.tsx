import { DebtTable } from '#components/records/debt-table.tsx'
import { SkipTable } from '#components/records/skip-table.tsx'
import { PageKeys } from '#components/shell/page-keys.tsx'
import { ReleaseVerdictChip } from '#components/status/release-verdict-chip.tsx'
import { buttonLook } from '#components/ui/button.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { Code } from '#components/ui/code.tsx'
import { InvalidParameters } from '#components/ui/invalid-parameters.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { Section } from '#components/ui/section.tsx'
import { tabLook } from '#components/ui/tab-look.ts'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { shortContent } from '#components/vocabulary/content-name.ts'
import { JudgedNow } from '#components/vocabulary/judged-now.tsx'
import { count } from '#lib/wording/count.ts'
import {
  gateOfReleaseHref,
  newExceptionHref,
  type OfProfile,
  recordEndpoint,
  recordHref,
  releaseHref,
  releasesHref,
} from '#lib/wording/href.ts'
import { RELEASE_VERDICT_WORDING } from '#lib/wording/release-verdict.ts'
import type { UnusedParameter } from '#lib/wording/search-parameters.ts'
import { LeanedExceptions } from './leaned-exceptions.tsx'
import { OpenGates } from './open-gates.tsx'
import { Promotions } from './promotions.tsx'
import { ProofList } from './proof-list.tsx'

import { ReleaseDomains } from './release-domains.tsx'
import { ReleaseFacts } from './release-facts.tsx'
import { Reviews } from './reviews.tsx'
import { openGates, type ShownRelease } from './shown-release.ts'

export interface ReleasePageProps {
  readonly release: ShownRelease
  readonly of: OfProfile
  readonly unused: readonly UnusedParameter[]
  readonly now: number
}

/** A candidate as a release: may it go by a profile, what stands in its way, and what was left out of it. */
export function ReleasePage({ release, of, unused, now }: ReleasePageProps) {
  const { contentId, verdict, profile, skips, debt, reviews, proofs, promotions, domains, exceptions } = release
  const open = openGates(release)
  const owed = debt.filter(({ closedAt }) => closedAt === null)
  const ofCandidate = { repository: of.repository ?? null, commit: contentId }
  const hrefOfGate = (gate: string) => gateOfReleaseHref(gate, contentId, of)
  return (
    <>
      <InvalidParameters parameters={unused} />
      <PageHead
        trail={
          <PageLink href={releasesHref(of)} className="text-link hover:underline">
            Releases
          </PageLink>
        }
        title={
          <>
            Release of{' '}
            <Code>
              <span title={contentId}>{shortContent(contentId)}</span>
            </Code>
          </>
        }
        actions={
          <div className="flex flex-wrap gap-2">
            <PageLink href={recordHref(contentId, of)} className={buttonLook('primary')}>
              Open the record
            </PageLink>
            <a
              href={recordEndpoint(contentId, of)}
              download={`release-${shortContent(contentId).replace(':', '-')}.json`}
              className={buttonLook()}
            >
              Download JSON
            </a>
          </div>
        }
      />
      <PageKeys keys={{ p: recordHref(contentId, of) }} />
      {release.firstSeenAt === null ? (
        <Callout tone="caution" title="Nothing was ever recorded under this name" className="mb-4">
          <p className="text-dense">
            Everything it needs is missing. If it should be known, look whether the name is whole and of this repository.
          </p>
        </Callout>
      ) : null}
      <JudgedNow at={release.computedAt} sequence={release.sequence} now={now}>
        <nav aria-label="Profiles" className="mb-4 overflow-x-auto border-border border-b">
          <ul className="flex w-max gap-1 pr-1">
            {release.profiles.map((each) => (
              <li key={each.profile}>
                <PageLink
                  href={releaseHref(contentId, { ...of, profile: each.profile })}
                  aria-current={each.profile === profile.id ? 'page' : undefined}
                  className={tabLook}
                >
                  <VisibleText text={each.profile} limit={40} />
                  <ReleaseVerdictChip verdict={each.verdict} />
                </PageLink>
              </li>
            ))}
          </ul>
        </nav>
        <p className="mb-5 flex flex-wrap items-center gap-x-2 gap-y-1 text-body">
          <ReleaseVerdictChip verdict={verdict} className="text-body" />
          <span>
            {RELEASE_VERDICT_WORDING[verdict].meaning} {sayOpen(open.length, reviews, proofs)}
          </span>
          <span className="text-muted">
            {profile.kind}, {profile.mode}
          </span>
        </p>
        <ReleaseFacts release={release} />
        <Section id="open" title="What stands in its way" count={count(open.length, 'gate')}>
          <OpenGates gates={open} contentId={contentId} of={of} />
        </Section>
        {proofs.length === 0 ? null : (
          <Section
            id="proofs"
            title="The five proofs of a fast profile"
            count={`${proofs.filter(({ status }) => status === 'passed').length} of 5 hold`}
          >
            <ProofList proofs={proofs} gateHref={hrefOfGate} />
          </Section>
        )}
        <Section id="reviews" title="Reviews" count={String(reviews.length)}>
          <Reviews reviews={reviews} />
          {reviews.every(({ state }) => state === 'approved') ? null : (
            <p className="mt-2 text-dense">
              A review is given by approving an exception for this content.{' '}
              <PageLink href={newExceptionHref(ofCandidate)} className="text-link underline">
                Ask for one
              </PageLink>
            </p>
          )}
        </Section>
        <Section id="exceptions" title="Exceptions it leans on" count={String(exceptions.length)}>
          <LeanedExceptions exceptions={exceptions} />
        </Section>
        <Section id="domains" title="Domains">
          <ReleaseDomains domains={domains} of={ofCandidate} />
        </Section>
        <Section id="skips" title="Declared skips" count={String(skips.length)}>
          {skips.length === 0 ? (
            <p className="text-body text-muted">No skip was declared for it.</p>
          ) : (
            <SkipTable skips={skips} label="Declared skips" gateHref={hrefOfGate} now={now} />
          )}
        </Section>
        <Section id="debt" title="Release debt" count={`${owed.length} open, ${debt.length - owed.length} repaid`}>
          {debt.length === 0 ? (
            <p className="text-body text-muted">Nothing was hidden, refused or shown in part.</p>
          ) : (
            <DebtTable lines={debt} label="Release debt" gateHref={hrefOfGate} now={now} />
          )}
        </Section>
        <Section id="promotions" title="Independent promotions" count={String(promotions.length)}>
          <Promotions promotions={promotions} of={ofCandidate} />
        </Section>
      </JudgedNow>
    </>
  )
}

/** What stands in the way, in numbers. */
export function sayOpen(open: number, reviews: ShownRelease['reviews'], proofs: ShownRelease['proofs']): string {
  const missing = reviews.filter(({ state }) => state === 'missing').length
  const unproven = proofs.filter(({ status }) => status !== 'passed').length
  const parts = [
    ...(open === 0 ? [] : [`${count(open, 'gate')} open`]),
    ...(missing === 0 ? [] : [`${count(missing, 'review')} missing`]),
    ...(unproven === 0 ? [] : [`${unproven} of ${proofs.length} proofs not shown`]),
  ]
  return parts.length === 0 ? '' : `${parts.join(', ')}.`
}
