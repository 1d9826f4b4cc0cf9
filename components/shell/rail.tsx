import { PageLink } from '#components/ui/page-link.tsx'
import type { RailWidth } from '#lib/client/preference.ts'
import { ApiReferenceLink } from './api-reference-link.tsx'
import { Mark } from './mark.tsx'
import { NavigationLinks } from './navigation-links.tsx'
import { RailToggle } from './rail-toggle.tsx'

/** The left rail, from 768 px up: 224 px, or 56 px when it is folded. */
export function Rail({ width }: { width: RailWidth }) {
  return (
    <aside
      aria-label="Rail"
      className="sticky top-0 hidden h-dvh w-56 shrink-0 flex-col border-border border-r bg-panel narrow-rail:w-14 md:flex"
    >
      <PageLink href="/" className="flex h-12 items-center gap-2.5 px-4 font-semibold text-body text-text no-underline" title="Lanekeeper">
        <Mark className="size-6 shrink-0" />
        <span className="narrow-rail:sr-only">Lanekeeper</span>
      </PageLink>
      <nav aria-label="Main" className="flex-1 overflow-y-auto px-3 py-2">
        <NavigationLinks />
      </nav>
      <div className="space-y-0.5 px-3 py-3">
        <ApiReferenceLink />
        <RailToggle initial={width} />
      </div>
    </aside>
  )
}
