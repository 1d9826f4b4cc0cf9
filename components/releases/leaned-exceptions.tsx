import { Code } from '#components/ui/code.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import type { LeanedException } from '#lib/model/judgement.ts'
import { momentOf } from '#lib/wording/age.ts'
import { exceptionHref } from '#lib/wording/href.ts'

/** The approved exceptions without which the verdict would be another. */
export function LeanedExceptions({ exceptions }: { exceptions: readonly LeanedException[] }) {
  if (exceptions.length === 0) return <p className="text-body text-muted">The verdict leans on none.</p>
  return (
    <ul className="divide-y divide-border rounded-card border border-border">
      {exceptions.map(({ id, gates, risk, expiresAt }) => (
        <li key={id} className="space-y-1 px-3 py-2 text-dense">
          <p className="flex flex-wrap gap-x-3 gap-y-1 wrap-anywhere">
            {gates.map((gate) => (
              <Code key={gate}>{gate}</Code>
            ))}
          </p>
          <p className="text-muted">
            {risk} risk, until {momentOf(Date.parse(expiresAt))},{' '}
            <PageLink href={exceptionHref(id)} className="text-link underline">
              who approved it
            </PageLink>
          </p>
        </li>
      ))}
    </ul>
  )
}
