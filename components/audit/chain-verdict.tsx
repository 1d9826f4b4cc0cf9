'use client'

import { useQuery } from '@tanstack/react-query'
import { LinkIcon, OctagonX, ShieldCheck } from 'lucide-react'
import { Chip } from '#components/ui/chip.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { FullHash } from '#components/vocabulary/full-hash.tsx'
import { auditVerificationQuery } from '#lib/client/audit.ts'
import { Queries } from '#lib/client/queries.tsx'
import { faultOf } from '#lib/client/request.ts'
import type { AuditTrust } from '#lib/model/audit-trust.ts'
import { momentOf } from '#lib/wording/age.ts'
import { checkpointsText, rewriteText } from '#lib/wording/audit-trust.ts'
import { count, groupDigits } from '#lib/wording/count.ts'
import { auditEntryHref } from '#lib/wording/href.ts'
import { VerificationFrame, Verifying } from './verification-frame.tsx'

/** Asks whether the audit chain holds, and says what was answered. */
export function ChainVerdict() {
  return (
    <Queries>
      <Verified />
    </Queries>
  )
}

function Verified() {
  const { data, error, isFetching, refetch } = useQuery(auditVerificationQuery)
  const state = isFetching
    ? 'running'
    : error !== null
      ? 'failed'
      : data === undefined
        ? 'running'
        : data.found.verified
          ? 'whole'
          : 'broken'
  return (
    <VerificationFrame state={state} onAgain={() => void refetch()}>
      {state === 'failed' ? (
        <NotVerified detail={faultOf(error).detail} />
      ) : state === 'running' || data === undefined ? (
        <Verifying />
      ) : (
        <>
          <Outcome found={data.found} at={data.at} />
          <Trust found={data.found} />
        </>
      )}
    </VerificationFrame>
  )
}

function NotVerified({ detail }: { detail: string }) {
  return (
    <span className="flex flex-wrap items-center gap-2">
      <Chip tone="danger" icon={OctagonX}>
        Not verified
      </Chip>
      <VisibleText text={detail} limit={300} />
    </span>
  )
}

function Outcome({ found: { verified, entries, head, firstBad }, at }: { found: AuditTrust; at: number }) {
  if (verified) {
    return (
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Chip tone="good" icon={ShieldCheck}>
          The chain holds
        </Chip>
        <span>
          {count(entries, 'entry', 'entries')}, verified {momentOf(at)}
        </span>
        {head === null ? null : (
          <span className="inline-flex max-w-full items-center gap-1.5 text-dense text-muted">
            <LinkIcon aria-hidden="true" className="size-3.5 shrink-0" />
            head {groupDigits(head.sequence)} <FullHash text={head.hash} label="Copy hash of the head" />
          </span>
        )}
      </span>
    )
  }
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Chip tone="danger" icon={OctagonX}>
        The chain is broken
      </Chip>
      {firstBad === null ? null : (
        <span>
          at{' '}
          <PageLink href={auditEntryHref(firstBad.sequence)} className="font-medium text-link underline">
            entry {groupDigits(firstBad.sequence)}
          </PageLink>
          : <VisibleText text={firstBad.because} limit={300} /> Nothing from there on can be believed.
        </span>
      )}
      <span className="text-dense text-muted">
        {count(entries, 'entry', 'entries')} read, {head === null ? 'none' : `${groupDigits(head.sequence)}`} held; verified {momentOf(at)}
      </span>
    </span>
  )
}

/** What the hashes alone cannot tell: whether it is the history that was signed for, and whether the application could rewrite it. */
function Trust({ found }: { found: AuditTrust }) {
  const { database } = found
  return (
    <ul className="mt-2 space-y-1 text-dense">
      <li className={found.verified ? 'text-muted' : 'font-medium'}>{checkpointsText(found)}</li>
      <li data-rewritable={database.mayRewriteHistory ? '' : undefined} className={database.mayRewriteHistory ? undefined : 'text-muted'}>
        <VisibleText text={rewriteText(database)} limit={300} />
        {database.because.map((each) => (
          <span key={each} className="block text-muted">
            <VisibleText text={each} limit={300} />
          </span>
        ))}
      </li>
    </ul>
  )
}
