import type { ExceptionCounts } from '#lib/model/trends.ts'
import { endedExceptionsText } from '#lib/wording/exception-count.ts'

/** Exceptions by how much time they have left, and those that have ended, by age. Few numbers, so each is a bar with its word; a style of its own would be against the Content-Security-Policy. */
export function ExceptionsFigure({ counts }: { counts: ExceptionCounts }) {
  const { requested, active, endingSoon, ended } = counts
  const bars = [
    { name: 'Asked for', count: requested },
    { name: 'In force, ending within 7 days', count: endingSoon },
    { name: 'In force, for longer', count: active - endingSoon },
    ...ended.map(({ withinDays, count }) => ({ name: endedExceptionsText(withinDays), count })),
  ]
  const most = Math.max(1, ...bars.map(({ count }) => count))
  const isEmpty = bars.every(({ count }) => count === 0)
  return (
    <figure aria-labelledby="exceptions" className="flex min-w-0 flex-col gap-3 self-start rounded-card border border-border p-4">
      <figcaption className="space-y-1">
        <h3 id="exceptions" className="font-semibold text-body">
          {isEmpty ? 'No exception is recorded' : `${active} in force, ${requested} asked for`}
        </h3>
        <p className="text-dense text-muted">
          {isEmpty
            ? 'Nobody has asked for an exception, so none is in force and none has ended.'
            : 'What is asked for, what is in force by how much time is left, and what has ended, by age.'}
        </p>
      </figcaption>
      {isEmpty ? null : (
        <dl className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1 text-dense">
          {bars.map(({ name, count }) => (
            <div key={name} className="col-span-3 grid grid-cols-subgrid items-center">
              <dt className="text-muted">{name}</dt>
              <dd className="contents">
                <svg aria-hidden="true" viewBox="0 0 100 8" preserveAspectRatio="none" className="h-2 w-full text-excepted-solid">
                  <rect width={(100 * count) / most} height="8" fill="currentColor" />
                </svg>
                <span className="text-right tabular-nums">{count}</span>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </figure>
  )
}
