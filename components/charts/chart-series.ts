/** What one line, or one part of stacked bars, is called and looks like. Marks, dashes and patterns differ, so that colour only repeats it. */
export interface ChartSeries {
  readonly name: string
  readonly look: SeriesLook
}

/** A chart's figures: of each column its label and a value for each series; null where there is none. */
export interface ChartData {
  readonly series: readonly ChartSeries[]
  readonly columns: readonly { readonly label: string; readonly values: readonly (number | null)[] }[]
}

/** How values are written on the axis and beside the marks. */
export type ChartUnit = 'count' | 'duration'

export const SERIES_LOOKS = ['hidden', 'skipped', 'first', 'second', 'third', 'fourth', 'rest'] as const

export type SeriesLook = (typeof SERIES_LOOKS)[number]

interface LookOfSeries {
  readonly colour: string
  /** Of a line, as SVG takes it. */
  readonly dash: string | undefined
  readonly mark: 'dot' | 'ring' | 'square' | 'diamond'
  readonly pattern: 'solid' | 'lines' | 'dots' | 'grid' | 'hollow'
}

/** The tokens are those of shapes: at least 3:1 on the page. */
export const SERIES_LOOK: Readonly<Record<SeriesLook, LookOfSeries>> = {
  hidden: { colour: 'var(--missing-solid)', dash: undefined, mark: 'dot', pattern: 'solid' },
  skipped: { colour: 'var(--skipped-solid)', dash: '6 4', mark: 'ring', pattern: 'lines' },
  first: { colour: 'var(--pending-solid)', dash: undefined, mark: 'dot', pattern: 'solid' },
  second: { colour: 'var(--excepted-solid)', dash: '6 4', mark: 'ring', pattern: 'lines' },
  third: { colour: 'var(--blocked-solid)', dash: '2 3', mark: 'square', pattern: 'dots' },
  fourth: { colour: 'var(--stale-solid)', dash: '8 3 2 3', mark: 'diamond', pattern: 'grid' },
  rest: { colour: 'var(--not-applicable-solid)', dash: '1 4', mark: 'ring', pattern: 'hollow' },
}
