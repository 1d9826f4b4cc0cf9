import { classNames } from '#components/ui/class-names.ts'
import { VisibleText } from '#components/ui/visible-text.tsx'
import type { Overlay, Status } from '#lib/model/status.ts'
import { STATUS_WORDING } from '#lib/wording/status.ts'
import { OverlayMark } from './overlay-mark.tsx'
import { StatusShape } from './status-shape.tsx'
import { STATUS_TINT } from './status-tint.ts'

/** A status by shape, word and colour, with a few words and what is shown on top of it. */
export function StatusChip({ status, note, overlays = [] }: { status: Status; note?: string; overlays?: readonly Overlay[] }) {
  const { label, meaning } = STATUS_WORDING[status]
  return (
    <span className="inline-flex max-w-full flex-wrap items-center gap-1">
      <span
        data-chip=""
        title={meaning}
        className={classNames(
          'inline-flex min-h-6 max-w-full items-center gap-1.5 rounded-mark py-0.5 pr-2 pl-1 text-dense',
          STATUS_TINT[status],
        )}
      >
        <StatusShape status={status} />
        <span className="min-w-0">
          <span className="font-medium">{label}</span>
          {note === undefined ? null : (
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
