import { Braces } from 'lucide-react'
import { API_REFERENCE_HREF } from '#lib/wording/href.ts'

/** The API describes itself; the link opens that document. */
export function ApiReferenceLink() {
  return (
    <a href={API_REFERENCE_HREF} title="API reference" className="rail-link font-normal">
      <Braces aria-hidden="true" />
      <span>API reference</span>
    </a>
  )
}
