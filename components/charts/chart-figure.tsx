import type { ReactNode } from 'react'
import { Cell, DataTable, HeadCell, RowHead } from '#components/ui/data-table.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import type { ChartSeries } from './chart-series.ts'
import { SeriesSwatch } from './series-mark.tsx'

export interface FigureTable {
  readonly columns: readonly string[]
  readonly rows: readonly { readonly name: string; readonly cells: readonly string[] }[]
}

/** A chart with a sentence for a title, what it counts and how, what each mark is, and a table of the same figures. */
export function ChartFigure({
  id,
  title,
  about,
  legend = null,
  table,
  children,
}: {
  id: string
  /** A sentence, computed from the figures. */
  title: string
  about: ReactNode
  legend?: ReactNode
  table: FigureTable
  children: ReactNode
}) {
  return (
    <figure aria-labelledby={id} className="flex min-w-0 flex-col rounded-card border border-border p-4">
      <figcaption className="space-y-1">
        <h3 id={id} className="font-semibold text-body">
          {title}
        </h3>
        <div className="text-dense text-muted">{about}</div>
      </figcaption>
      {/* A drawing keeps its width until it has seen the new one. */}
      <div className="mt-3 min-w-0 flex-1 overflow-hidden">{children}</div>
      {legend}
      <Disclosure summary="Show the figures" className="mt-2">
        <DataTable label={`Figures: ${title}`} className="mt-1 max-h-80 overflow-y-auto">
          <thead>
            <tr>
              {table.columns.map((column) => (
                <HeadCell key={column} className="not-first:text-right">
                  <VisibleText text={column} limit={60} />
                </HeadCell>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={row.name}>
                <RowHead className="whitespace-nowrap">
                  <VisibleText text={row.name} limit={60} />
                </RowHead>
                {row.cells.map((cell, at) => (
                  <Cell key={table.columns[at + 1]} className="text-right">
                    {cell}
                  </Cell>
                ))}
              </tr>
            ))}
          </tbody>
        </DataTable>
      </Disclosure>
    </figure>
  )
}

/** What each line or part of a bar is, with its newest value. */
export function ChartLegend({ series, kind, latest }: { series: readonly ChartSeries[]; kind: 'line' | 'bar'; latest: readonly string[] }) {
  return (
    <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-dense">
      {series.map(({ name, look }, at) => (
        <li key={name} className="inline-flex items-center gap-1.5">
          <SeriesSwatch look={look} kind={kind} />
          <VisibleText text={name} limit={40} />
          <span className="font-medium">{latest[at]}</span>
        </li>
      ))}
    </ul>
  )
}
