import type { Overlay, Status } from '#lib/model/status.ts'
import { OVERLAY_WORDING } from './overlay.ts'
import { STATUS_WORDING } from './status.ts'

/** A status with what is shown on top of it, as one text: `Missing, debt owed`. */
export function statusText(status: Status, overlays: readonly Overlay[]): string {
  return [STATUS_WORDING[status].label, ...overlays.map((overlay) => OVERLAY_WORDING[overlay].label.toLowerCase())].join(', ')
}
