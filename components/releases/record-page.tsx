import type { ReactNode } from 'react'
import { DebtTable } from '#components/records/debt-table.tsx'
import { SkipTable } from '#components/records/skip-table.tsx'
import { ReleaseVerdictChip } from '#components/status/release-verdict-chip.tsx'
import { StatusChip } from '#components/status/status-chip.tsx'
import { buttonLook } from '#components/ui/button.tsx'
import { Code } from '#components/ui/code.tsx'
import { Cell, DataTable, HeadCell, RowHead } from '#components/ui/data-table.tsx'
import { InvalidParameters } from '#components/ui/invalid-parameters.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { shortContent } from '#components/vocabulary/content-name.ts'
import { momentOf } from '#lib/wording/age.ts'
import { groupDigits } from '#lib/wording/count.ts'
import { FAST_PROFILE_PROOF_WORDING } from '#lib/wording/fast-profile-proof.ts'
import { gateOfReleaseHref, type OfProfile, recordEndpoint, releaseHref } from '#lib/wording/href.ts'
import { RELEASE_VERDICT_WORDING } from '#lib/wording/release-verdict.ts'
import type { UnusedParameter } from '#lib/wording/search-parameters.ts'
import { LeanedExceptions } from './leaned-exceptions.tsx'
import { PrintButton } from './print-button.tsx'
import { Promotions } from './promotions.tsx'
import { RecordGates } from './record-gates.tsx'
import { ReleaseDomains } from './release-domains.tsx'
import { ReleaseFacts } from './release-facts.tsx'
import { sayOpen } from './release-page.tsx'
import { Reviews } from './reviews.tsx'
import { openGates, type ShownRelease } from './shown-release.ts'

/** Satisfied gates over this number are counted and not listed; the open ones are all listed. */
const MOST_SATISFIED = 1000

/** The record of a release on paper: everything it rests on as tables, its names and its moment on every page. */
export function RecordPage({ release, of, unused }: { release: ShownRelease; of: OfProfile; unused: readonly UnusedParameter[] }) {
  const { contentId, profile, verdict, reviews, proofs, skips, debt, exceptions, promotions, domains, computedAt } = release
  const open = openGates(release)
  const names = new Set(open.map(({ gate }) => gate))
  const satisfied = release.gates.filter(({ gate, status }) => !names.has(gate) && status !== 'not-applicable')
  const unneeded = release.gates.filter(({ gate, status }) => !names.has(gate) && status === 'not-applicable').length
  const owed = debt.filter(({ closedAt }) => closedAt === null)
  const hrefOfGate = (gate: string) => gateOfReleaseHref(gate, contentId, of)
  const ofCandidate = { repository: of.repository ?? null, commit: contentId }
  const judged = Date.parse(computedAt)
  return (
    <>
      <div className="print:hidden">
        <InvalidParameters parameters={unused} />
        <div className="mb-4 flex flex-wrap items-center gap-2">
          <PrintButton />
          <a
            href={recordEndpoint(contentId, of)}
            download={`release-${shortContent(contentId).replace(':', '-')}.json`}
            className={buttonLook()}
          >
            Download JSON
          </a>
          <PageLink href={releaseHref(contentId, of)} className={buttonLook('ghost')}>
            Back to the release
          </PageLink>
        </div>
      </div>
      <article className="print-sheet">
        <div className="print-sheet-head hidden">
          <Running>
            Release record · <VisibleText text={release.repository} limit={60} /> · <Code>{contentId}</Code> ·{' '}
            {RELEASE_VERDICT_WORDING[verdict].label} by <VisibleText text={profile.id} limit={40} />
          </Running>
        </div>
        <div className="print-sheet-foot hidden">
          <Running>
            judged {momentOf(judged)} · model <Code>{release.modelDigest}</Code> · audit entry {release.sequence}
          </Running>
        </div>
        <div className="print-sheet-body">
          <h1 className="font-semibold text-title print:text-[1.75rem] print:leading-9">
            Release record of{' '}
            <Code>
              <span title={contentId}>{shortContent(contentId)}</span>
            </Code>
          </h1>
          <p className="mt-1 mb-4 text-body">
            <ReleaseVerdictChip verdict={verdict} className="mr-1 align-middle text-body" />
            <span>
              by <VisibleText text={profile.id} limit={40} className="font-medium" /> ({profile.kind}, {profile.mode}), judged{' '}
              {momentOf(judged)}. {RELEASE_VERDICT_WORDING[verdict].meaning} {sayOpen(open.length, reviews, proofs)}
            </span>
          </p>
          <ReleaseFacts release={release} />
          <Part title="What stands in its way" count={groupDigits(open.length)}>
            {open.length === 0 ? <None>No gate stands in its way.</None> : <RecordGates gates={open} label="Gates that are open" />}
          </Part>
          {proofs.length === 0 ? null : (
            <Part title="The five proofs of a fast profile" count={`${proofs.filter(({ status }) => status === 'passed').length} of 5`}>
              <DataTable label="Proofs">
                <thead>
                  <tr>
                    <HeadCell>Proof</HeadCell>
                    <HeadCell>Status</HeadCell>
                    <HeadCell>Because</HeadCell>
                  </tr>
                </thead>
                <tbody>
                  {proofs.map(({ id, status, reasons }) => (
                    <tr key={id}>
                      <RowHead>{FAST_PROFILE_PROOF_WORDING[id].label}</RowHead>
                      <Cell>
                        <StatusChip status={status} />
                      </Cell>
                      <Cell>{reasons[0] === undefined ? null : <VisibleText text={reasons[0].text} limit={400} />}</Cell>
                    </tr>
                  ))}
                </tbody>
              </DataTable>
            </Part>
          )}
          <Part title="Reviews" count={String(reviews.length)}>
            <Reviews reviews={reviews} />
          </Part>
          <Part title="Declared skips" count={String(skips.length)}>
            {skips.length === 0 ? (
              <None>No skip was declared for it.</None>
            ) : (
              <SkipTable skips={skips} label="Declared skips" gateHref={hrefOfGate} now={null} />
            )}
          </Part>
          <Part title="Release debt" count={`${owed.length} open, ${debt.length - owed.length} repaid`}>
            {debt.length === 0 ? (
              <None>Nothing was hidden, refused or shown in part.</None>
            ) : (
              <DebtTable lines={debt} label="Release debt" gateHref={hrefOfGate} now={null} />
            )}
          </Part>
          <Part title="Exceptions" count={String(exceptions.length)}>
            {exceptions.length === 0 ? <None>The verdict leans on none.</None> : <LeanedExceptions exceptions={exceptions} />}
          </Part>
          <Part title="Domains" count={String(domains.length - 1)}>
            <ReleaseDomains domains={domains} of={ofCandidate} />
          </Part>
          <Part title="Independent promotions" count={String(promotions.length)}>
            <Promotions promotions={promotions} of={ofCandidate} />
          </Part>
          <Part title="Satisfied gates" count={groupDigits(satisfied.length)}>
            {satisfied.length === 0 ? (
              <None>None.</None>
            ) : (
              <RecordGates gates={satisfied.slice(0, MOST_SATISFIED)} label="Gates that are satisfied" />
            )}
            {satisfied.length > MOST_SATISFIED ? (
              <None>{groupDigits(satisfied.length - MOST_SATISFIED)} more are in the JSON of this record.</None>
            ) : null}
            {unneeded === 0 ? null : <None>{groupDigits(unneeded)} gates are not needed by the plan; the JSON names each.</None>}
          </Part>
          <div className="mt-10 hidden grid-cols-2 gap-12 break-inside-avoid print:grid">
            <Line>Released by, on</Line>
            <Line>Second person, on</Line>
          </div>
        </div>
      </article>
    </>
  )
}

function Running({ children }: { children: ReactNode }) {
  return <p className="text-meta text-muted">{children}</p>
}

function None({ children }: { children: ReactNode }) {
  return <p className="py-1 text-body text-muted">{children}</p>
}

function Part({ title, count, children }: { title: string; count: string; children: ReactNode }) {
  return (
    <section className="mt-6">
      <h2 className="mb-2 break-after-avoid font-semibold text-section">
        {title} <span className="ml-1 font-normal text-body text-muted">{count}</span>
      </h2>
      {children}
    </section>
  )
}

/** To be signed by hand: who releases is not recorded here. */
function Line({ children }: { children: ReactNode }) {
  return <p className="border-control border-t pt-1 text-meta text-muted">{children}</p>
}
