import { StatusChip } from '#components/status/status-chip.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { Code } from '#components/ui/code.tsx'
import { Fact, FactList } from '#components/ui/fact-list.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { Section } from '#components/ui/section.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { FullHash } from '#components/vocabulary/full-hash.tsx'
import { contentIdOf } from '#lib/model/content.ts'
import { momentOf } from '#lib/wording/age.ts'
import { EXCEPTION_STATE_WORDING } from '#lib/wording/exception-state.ts'
import { boardHref, domainHref, editExceptionHref, evidenceHref, exceptionsHref, gateHref, type OfRepository } from '#lib/wording/href.ts'
import { REPORTED_RESULT_WORDING } from '#lib/wording/reported-result.ts'
import { Approvals } from './approvals.tsx'
import { type Act, Decide } from './decide.tsx'
import type { Allowed, ShownException } from './shown-exception.ts'
import { StateChip } from './state-chip.tsx'

/** One exception with everything that whoever decides must see, and what they may do. */
export function ExceptionPage({ exception, of }: { exception: ShownException; of: OfRepository }) {
  const { id, state, gates, domain, content, reason, risk, control, expiresAt, requestedByName, requestedAt, hash, versions, since } =
    exception
  const commit = contentIdOf(content)
  return (
    <>
      <PageHead
        trail={
          <PageLink href={exceptionsHref(of)} className="text-link hover:underline">
            Exceptions
          </PageLink>
        }
        title={
          <>
            Exception for <VisibleText text={gates[0] ?? domain} limit={80} />
            {gates.length > 1 ? ` and ${gates.length - 1} more` : null}
          </>
        }
        about={
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-dense">
            <StateChip state={state} />
            <span>{EXCEPTION_STATE_WORDING[state].meaning}</span>
          </p>
        }
      />
      {exception.notInForce === null ? null : (
        <Callout tone="danger" title="It is approved, and no longer counts" className="mb-4">
          <p className="text-dense">
            <VisibleText text={exception.notInForce} limit={400} />
          </p>
        </Callout>
      )}
      <Since since={since} />
      <div className="grid gap-x-8 gap-y-6 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="min-w-0 space-y-6">
          <FactList>
            <Fact name="Asked by">
              <VisibleText text={requestedByName} limit={80} className="font-medium" />, {momentOf(Date.parse(requestedAt))}
              {versions.slice(1).map(({ version, name, at }) => (
                <span key={version} className="block text-muted">
                  worded anew by <VisibleText text={name} limit={80} />, {momentOf(Date.parse(at))}: earlier approvals no longer count
                </span>
              ))}
            </Fact>
            <Fact name="Reason">
              <VisibleText text={reason} limit={10_000} />
            </Fact>
            <Fact name="Risk that remains">
              <b className="font-medium">{risk}</b>
            </Fact>
            <Fact name="Done instead">
              {control === null ? <span className="text-muted">nothing was named</span> : <VisibleText text={control} limit={10_000} />}
            </Fact>
            <Fact name="Ends">
              <time dateTime={expiresAt}>{momentOf(Date.parse(expiresAt))}</time>
            </Fact>
            <Fact name="Domain">
              <PageLink href={domainHref(domain, 'lane', { ...of, commit })} className="text-link underline">
                <VisibleText text={domain} limit={63} />
              </PageLink>
            </Fact>
            <Fact name="Content">
              <FullHash text={commit} label="Copy content" />
              <PageLink href={boardHref({ ...of, commit })} className="inline-block min-h-6 py-0.5 text-link underline">
                its board
              </PageLink>
            </Fact>
          </FactList>
          <Section id="gates" title="Its gates, as they stand now" count={String(exception.evidence.length)}>
            <ul className="divide-y divide-border rounded-card border border-border">
              {exception.evidence.map(({ gate, status, overlays, reasons, evidence }) => (
                <li key={gate} className="space-y-1 px-4 py-3">
                  <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                    <StatusChip status={status} overlays={overlays} />
                    <PageLink
                      href={gateHref(gate, domain, { ...of, commit })}
                      className="wrap-anywhere font-medium text-link hover:underline"
                    >
                      <Code>{gate}</Code>
                    </PageLink>
                  </div>
                  {reasons.slice(0, 2).map(({ text }) => (
                    <p key={text} className="text-dense">
                      <VisibleText text={text} limit={400} />
                    </p>
                  ))}
                  {evidence.length === 0 ? null : (
                    <p className="flex flex-wrap gap-x-3 text-dense">
                      {evidence.slice(0, 5).map((each) => (
                        <PageLink key={each} href={evidenceHref(each)} className="inline-block min-h-6 py-0.5 text-link underline">
                          evidence {each.slice(0, 8)}
                        </PageLink>
                      ))}
                    </p>
                  )}
                </li>
              ))}
            </ul>
          </Section>
        </div>
        <div className="min-w-0 space-y-6 xl:[&>section:first-child]:mt-0">
          <Section id="decide" title="Decide">
            <Decide id={id} hash={hash} repository={of.repository ?? null} acts={actsOf(exception)} />
            {exception.mayEdit.allowed ? (
              <p className="mt-3 text-dense print:hidden">
                <PageLink href={editExceptionHref(id, of)} className="text-link underline">
                  Word it anew
                </PageLink>{' '}
                <span className="text-muted">Approvals so far will no longer count, and you will not approve it.</span>
              </p>
            ) : null}
          </Section>
          <Approvals exception={exception} />
        </div>
      </div>
    </>
  )
}

/** What is shown as a button: what can still come of it. */
function actsOf({ state, mayDecide, mayReject, mayWithdraw, mayRevoke }: ShownException): readonly (Allowed & { readonly act: Act })[] {
  if (state === 'approved') return [{ act: 'revoke', ...mayRevoke }]
  return [
    { act: 'approve', ...mayDecide },
    { act: 'reject', ...mayReject },
    { act: 'withdraw', ...mayWithdraw },
  ]
}

/** What was recorded for its gates after it was asked for: whoever decides must know of it. */
function Since({ since }: Pick<ShownException, 'since'>) {
  if (since.length === 0) return null
  return (
    <Callout tone="caution" title="Recorded since it was asked for" className="mb-4">
      <ul className="space-y-1 text-dense">
        {since.slice(-10).map(({ kind, id, gate, result, at }) => (
          <li key={id}>
            {kind === 'evidence' ? (
              <PageLink href={evidenceHref(id)} className="inline-block min-h-6 py-0.5 text-link underline">
                {result === null ? 'Evidence' : REPORTED_RESULT_WORDING[result].label}
              </PageLink>
            ) : (
              'Skip declared'
            )}{' '}
            for <Code>{gate}</Code>, {momentOf(Date.parse(at))}
          </li>
        ))}
      </ul>
    </Callout>
  )
}
