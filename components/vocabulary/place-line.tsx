import { Code } from '#components/ui/code.tsx'
import { visibleText } from '#components/ui/visible-segments.ts'
import { VisibleText } from '#components/ui/visible-text.tsx'
import type { Place } from '#lib/model/place.ts'

/** A spot in a file of the governed repository: `package-ownership.md:14`, with its folder before it, or only in the title when `short`. */
export function PlaceLine({ place, column, short = false }: { place: Place; column?: number; short?: boolean }) {
  const cut = place.file.lastIndexOf('/') + 1
  const where = column === undefined ? `${place.line}` : `${place.line}:${column}`
  return (
    <span title={short ? `${visibleText(place.file)}:${where}` : undefined}>
      <Code>
        {short || cut === 0 ? null : <VisibleText text={place.file.slice(0, cut)} limit={120} className="text-muted" />}
        <VisibleText text={place.file.slice(cut)} limit={80} />
        <span className="text-muted">:{where}</span>
      </Code>
    </span>
  )
}
