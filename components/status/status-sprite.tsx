import { STATUSES, type Status } from '#lib/model/status.ts'
import { statusDrawing } from './status-shape.tsx'

/** The shapes of the statuses, once on a page that has hundreds of them; `SpriteShape` draws one. */
export function StatusSprite() {
  return (
    <svg aria-hidden="true" focusable="false" className="absolute size-0">
      {STATUSES.map((status) => (
        <symbol key={status} id={`status-${status}`} viewBox="0 0 16 16">
          {statusDrawing(status)}
        </symbol>
      ))}
    </svg>
  )
}

/** The shape of a status from the page's `StatusSprite`; it stands beside the word or the code, never alone. */
export function SpriteShape({ status }: { status: Status }) {
  return (
    <svg data-status={status} aria-hidden="true" className="shape">
      <use href={`#status-${status}`} />
    </svg>
  )
}
