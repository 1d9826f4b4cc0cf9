import { dateOf, momentOf } from '#lib/wording/age.ts'
import { Age } from './age.tsx'

/** When something happened: as an age seen from `now`, or, with null, as the date itself, for paper. The exact moment is in the title. */
export function When({ at, now }: { at: string; now: number | null }) {
  if (now !== null) return <Age at={at} now={now} />
  const moment = Date.parse(at)
  return (
    <time dateTime={at} title={momentOf(moment)}>
      {dateOf(moment)}
    </time>
  )
}
