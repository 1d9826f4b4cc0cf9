import { classNames } from '#components/ui/class-names.ts'
import { Code } from '#components/ui/code.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { farRows } from '#components/ui/far-rows.ts'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { PlaceLine } from '#components/vocabulary/place-line.tsx'
import type { MapCoverage } from '#lib/model/ownership-report.ts'
import { count } from '#lib/wording/count.ts'

/** Rows that own no tracked file: what they name was moved or never came. */
export function DeadRows({ maps }: { maps: readonly MapCoverage[] }) {
  const dead = maps.flatMap((map) => map.deadRows.map((row) => ({ ...row, file: map.file })))
  if (dead.length === 0) return null
  return (
    <Disclosure className="mt-2" summary={`${count(dead.length, 'row')} without a tracked file: correct the path or take the row out`}>
      <ul className={classNames('mt-1 divide-y divide-border rounded-card border border-border', farRows(dead.length))}>
        {dead.map((row) => (
          <li
            key={`${row.file}:${row.line}`}
            className="grid gap-x-6 gap-y-0.5 px-4 py-2 text-dense md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]"
          >
            <span className="min-w-0">
              {row.patterns.map((pattern) => (
                <Code key={pattern} className="block">
                  <VisibleText text={pattern} limit={160} />
                </Code>
              ))}
            </span>
            <span className="min-w-0">
              <VisibleText text={row.domain} limit={63} className="font-medium" />
              <span className="block text-meta text-muted">
                <PlaceLine place={row} />
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
