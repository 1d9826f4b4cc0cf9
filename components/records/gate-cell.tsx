import { Code } from '#components/ui/code.tsx'
import { Cell, RowHead } from '#components/ui/data-table.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { shortContent } from '#components/vocabulary/content-name.ts'

/** The gate that a row is about. */
export function GateHead({ gate, href, className }: { gate: string; href: string; className: string }) {
  return (
    <RowHead className={className}>
      <PageLink href={href} className="text-link hover:underline">
        <Code>
          <VisibleText text={gate} limit={140} />
        </Code>
      </PageLink>
    </RowHead>
  )
}

/** The candidate that a row is about, short. */
export function CandidateCell({ contentId }: { contentId: string }) {
  return (
    <Cell>
      <Code>
        <span title={contentId}>{shortContent(contentId)}</span>
      </Code>
    </Cell>
  )
}
