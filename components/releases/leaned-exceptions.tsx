import { Code } from '#components/ui/code.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import type { LeanedException } from '#lib/model/judgement.ts'
import { exceptionHref } from '#lib/wording/href.ts'
import { RESIDUAL_RISK_WORDING } from '#lib/wording/residual-risk.ts'

/** The exceptions in force that a verdict leans on: for which gates, at what risk, until when. */
export function LeanedExceptions({ exceptions }: { exceptions: readonly LeanedException[] }) {
  return (
    <ul className="divide-y divide-border rounded-card border border-border">
      {exceptions.map(({ id, gates, risk, expiresAt }) => (
        <li key={id} className="space-y-0.5 px-3 py-2 text-dense">
          <p>
            <PageLink href={exceptionHref(id)} className="text-link underline">
              exception <Code>{id.slice(0, 8)}</Code>
            </PageLink>
            {`, ${RESIDUAL_RISK_WORDING[risk].label.toLowerCase()} risk, until ${expiresAt}`}
          </p>
          <p className="text-muted">
            <VisibleText text={gates.join(', ')} limit={2000} />
          </p>
        </li>
      ))}
    </ul>
  )
}
