import { OverlayMark } from '#components/status/overlay-mark.tsx'
import { SpriteShape } from '#components/status/status-sprite.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import type { Overlay, Status } from '#lib/model/status.ts'
import { STATUS_WORDING } from '#lib/wording/status.ts'

/** A status on one of the two candidates, by shape, word and a few words; light, for a comparison has hundreds. */
export function Face({ status, overlays, note }: { status: Status; overlays: readonly Overlay[]; note: string }) {
  return (
    <span className="inline-flex items-center gap-1">
      <span className={`face ${status}`}>
        <SpriteShape status={status} />
        <span>
          <b>{STATUS_WORDING[status].label}</b>
          {note === '' ? null : (
            <>
              {' · '}
              <VisibleText text={note} limit={80} />
            </>
          )}
        </span>
      </span>
      {overlays.map((overlay) => (
        <OverlayMark key={overlay} overlay={overlay} />
      ))}
    </span>
  )
}
