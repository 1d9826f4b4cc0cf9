import type { OwnershipMap } from '#lib/model/ownership-map.ts'
import type { Wording } from './wording.ts'

/** How far an ownership map could be read. */
export const MAP_STATE_WORDING: Readonly<Record<OwnershipMap['state'], Wording>> = {
  read: {
    label: 'Read',
    meaning: 'Every row of the map counts.',
    next: 'Keep it beside the code it owns.',
  },
  absent: {
    label: 'Absent',
    meaning: 'The repository has no such map, so it owns nothing.',
    next: 'Write the map, or run lanekeeper init for a starter.',
  },
  faulty: {
    label: 'Faulty',
    meaning: 'The map could not be read whole, so no path can be trusted to be without an owner in it.',
    next: 'Fix the errors under Diagnostics; until then every path counts as unmapped.',
  },
}
