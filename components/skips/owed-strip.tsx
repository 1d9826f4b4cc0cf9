import { StatusShape } from '#components/status/status-shape.tsx'
import { STATUS_TINT } from '#components/status/status-tint.ts'
import { classNames } from '#components/ui/class-names.ts'
import { PageLink } from '#components/ui/page-link.tsx'
import { Age } from '#components/vocabulary/age.tsx'
import { DEBT_KINDS } from '#lib/model/debt.ts'
import type { DebtTrends } from '#lib/model/trends.ts'
import { groupDigits } from '#lib/wording/count.ts'
import { DEBT_KIND_WORDING } from '#lib/wording/debt-kind.ts'
import { type RegisterPlace, skipsHref } from '#lib/wording/href.ts'
import { KIND_STATUS } from './line-state.tsx'

/** How much is owed of each kind; each is a link to those lines, and pressed again to all. */
export function OwedStrip({ open, of, now }: { open: DebtTrends['open']; of: RegisterPlace; now: number }) {
  return (
    <nav aria-label="Owed now, by kind" className="mb-4 flex flex-wrap items-center gap-1.5">
      {DEBT_KINDS.map((kind) => {
        const chosen = of.view === 'owed' && of.kind === kind
        const { label, meaning } = DEBT_KIND_WORDING[kind]
        const amount = open.kinds[kind]
        return (
          <PageLink
            key={kind}
            href={skipsHref({ repository: of.repository ?? null, domain: of.domain ?? null, kind: chosen ? null : kind })}
            aria-current={chosen ? 'true' : undefined}
            title={meaning}
            className={classNames(
              'inline-flex h-7 items-center gap-1.5 rounded-control border border-transparent px-2 text-dense no-underline aria-[current]:border-accent aria-[current]:bg-selected aria-[current]:text-text',
              amount === 0 ? 'bg-panel text-muted' : STATUS_TINT[KIND_STATUS[kind]],
            )}
          >
            {amount === 0 ? null : <StatusShape status={KIND_STATUS[kind]} />}
            {label}
            <span className="font-semibold">{groupDigits(amount)}</span>
          </PageLink>
        )
      })}
      {open.oldest === null ? null : (
        <span className="ml-1 text-dense text-muted">
          oldest opened <Age at={open.oldest} now={now} />
        </span>
      )}
    </nav>
  )
}
