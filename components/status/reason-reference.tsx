import { Code } from '#components/ui/code.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { visibleText } from '#components/ui/visible-segments.ts'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { PlaceLine } from '#components/vocabulary/place-line.tsx'
import { evidenceHref, exceptionHref } from '#lib/wording/href.ts'
import { parseReference } from '#lib/wording/reference.ts'

/** One thing that a reason rests on; what has a page or a document is a link to it. */
export function ReasonReference({ reference, gateHref }: { reference: string; gateHref: (gate: string) => string }) {
  const found = parseReference(reference)
  switch (found.kind) {
    case 'evidence':
      return (
        <PageLink href={evidenceHref(found.id)} className="inline-block min-h-6 py-0.5 text-link underline" title={visibleText(found.id)}>
          evidence{' '}
          <Code>
            <VisibleText text={found.id.slice(0, 8)} />
          </Code>
        </PageLink>
      )
    case 'exception':
      return (
        <PageLink href={exceptionHref(found.id)} className="inline-block min-h-6 py-0.5 text-link underline" title={visibleText(found.id)}>
          exception{' '}
          <Code>
            <VisibleText text={found.id.slice(0, 8)} />
          </Code>
        </PageLink>
      )
    case 'gate':
      return (
        <PageLink href={gateHref(found.id)} className="inline-block min-h-6 py-0.5 text-link underline">
          <Code>
            <VisibleText text={found.id} limit={140} />
          </Code>
        </PageLink>
      )
    case 'file':
      return <PlaceLine place={found.place} />
    case 'skip':
    case 'run':
      return (
        <span>
          {found.kind}{' '}
          <Code>
            <VisibleText text={found.id} limit={80} />
          </Code>
        </span>
      )
    case 'other':
      return <VisibleText text={found.text} limit={200} />
  }
}
