import { Braces } from 'lucide-react'
import { API_REFERENCE_HREF } from '#lib/wording/href.ts'

/** The API describes itself; the link opens that document. */
export function ApiReferenceLink() {
  return (
    <a
      href={API_REFERENCE_HREF}
      title="API reference"
      className="flex h-8 items-center gap-2.5 rounded-control px-2 text-body text-muted no-underline transition-colors duration-[120ms] hover:bg-hover hover:text-text"
    >
      <Braces aria-hidden="true" className="size-4 shrink-0" />
      <span className="truncate narrow-rail:md:sr-only">API reference</span>
    </a>
  )
}
