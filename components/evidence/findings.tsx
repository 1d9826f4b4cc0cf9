import { buttonLook } from '#components/ui/button.tsx'
import { Chip, type ChipTone } from '#components/ui/chip.tsx'
import { Code } from '#components/ui/code.tsx'
import { Cell, DataTable, HeadCell, RowHead } from '#components/ui/data-table.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import type { GuardFindingState, JudgedFinding } from '#lib/model/guard.ts'
import { groupDigits } from '#lib/wording/count.ts'
import { FINDING_STATE_WORDING } from '#lib/wording/finding-state.ts'
import { evidenceHref } from '#lib/wording/href.ts'

/** How many findings one page shows. */
export const FINDINGS_A_PAGE = 100

const TONES: Readonly<Record<GuardFindingState, ChipTone>> = {
  new: 'danger',
  'expired-debt': 'unowned',
  'allowed-debt': 'caution',
  legacy: 'quiet',
  resolved: 'neutral',
}

/** What a guard reported, a page of it, each held against the baseline and the allowed debt of today. */
export function Findings({ id, findings, from }: { id: string; findings: readonly JudgedFinding[]; from: number }) {
  if (findings.length === 0) return <p className="text-body text-muted">The guard ran and reported nothing.</p>
  const shown = findings.slice(from, from + FINDINGS_A_PAGE)
  const [before, after] = [from - FINDINGS_A_PAGE, from + FINDINGS_A_PAGE]
  return (
    <>
      <DataTable label="Findings">
        <thead>
          <tr>
            <HeadCell>State today</HeadCell>
            <HeadCell>Path</HeadCell>
            <HeadCell>Rule</HeadCell>
            <HeadCell>Fingerprint</HeadCell>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ fingerprint, guard, rule, path, state, expires, owner }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one fingerprint may be reported in several places
            <tr key={index}>
              <Cell>
                <Chip tone={TONES[state]} title={FINDING_STATE_WORDING[state].meaning}>
                  {FINDING_STATE_WORDING[state].label}
                </Chip>
                {expires === null ? null : (
                  <span className="block text-meta text-muted">
                    until {expires}
                    {owner === null ? null : (
                      <>
                        {' by '}
                        <VisibleText text={owner} limit={40} />
                      </>
                    )}
                  </span>
                )}
              </Cell>
              <RowHead className="min-w-48 wrap-anywhere">
                <Code>
                  <VisibleText text={path} limit={200} />
                </Code>
              </RowHead>
              <Cell className="min-w-32">
                <VisibleText text={rule} limit={100} />
                <span className="block text-meta text-muted">
                  <VisibleText text={guard} limit={80} />
                </span>
              </Cell>
              <Cell className="min-w-32">
                <Code>
                  <VisibleText text={fingerprint} limit={40} />
                </Code>
              </Cell>
            </tr>
          ))}
        </tbody>
      </DataTable>
      {findings.length <= FINDINGS_A_PAGE ? null : (
        <nav aria-label="Pages of findings" className="mt-3 flex flex-wrap items-center gap-2 text-dense text-muted">
          <span>
            {groupDigits(from + 1)} to {groupDigits(from + shown.length)} of {groupDigits(findings.length)}
          </span>
          {before < 0 ? null : (
            <PageLink href={`${evidenceHref(id, { from: before })}#findings`} className={buttonLook()}>
              Before
            </PageLink>
          )}
          {after >= findings.length ? null : (
            <PageLink href={`${evidenceHref(id, { from: after })}#findings`} className={buttonLook()}>
              Next
            </PageLink>
          )}
        </nav>
      )}
    </>
  )
}
