/** What a person has called a state of a page: its filters, its order, its candidate. It is kept in this browser alone. */
export interface SavedView {
  readonly name: string
  /** The page, without a query. */
  readonly path: string
  /** Without `?`. */
  readonly query: string
}

const KEY = 'lanekeeper-views'

/** A browser keeps no more; what was saved first goes first. */
export const MOST_VIEWS = 50

export const LONGEST_NAME = 60

/** What is open in a page is no part of a view. */
const PASSING = ['cell']

/** Reads what a browser has kept; whatever is not a view of ours is left out. */
export function parseViews(text: string | null): readonly SavedView[] {
  if (text === null) return []
  let kept: unknown
  try {
    kept = JSON.parse(text)
  } catch {
    return []
  }
  return Array.isArray(kept) ? kept.flatMap(viewOf).slice(-MOST_VIEWS) : []
}

/** The views with one more at the end; one of the same name and page is replaced. */
export function withView(views: readonly SavedView[], view: SavedView): readonly SavedView[] {
  return [...withoutView(views, view), view].slice(-MOST_VIEWS)
}

/** The views without the one of that name and page. */
export function withoutView(views: readonly SavedView[], { name, path }: Pick<SavedView, 'name' | 'path'>): readonly SavedView[] {
  return views.filter((each) => each.name !== name || each.path !== path)
}

/** The query of a view: that of the address without what is open. */
export function viewQuery(search: string): string {
  const query = new URLSearchParams(search)
  for (const name of PASSING) query.delete(name)
  return query.toString()
}

/** In the browser: the views there are; none where it keeps nothing. */
export function readViews(): readonly SavedView[] {
  try {
    return parseViews(localStorage.getItem(KEY))
  } catch {
    return []
  }
}

/** In the browser: keeps the views. False when it refuses, so that nobody is told they are kept. */
export function keepViews(views: readonly SavedView[]): boolean {
  try {
    localStorage.setItem(KEY, JSON.stringify(views))
    return true
  } catch {
    return false
  }
}

function viewOf(kept: unknown): readonly SavedView[] {
  if (typeof kept !== 'object' || kept === null) return []
  const { name, path, query } = kept as Readonly<Record<string, unknown>>
  if (typeof name !== 'string' || typeof path !== 'string' || typeof query !== 'string') return []
  const isOurs = name.trim() !== '' && name.length <= LONGEST_NAME && /^\/[a-z0-9/-]*$/.test(path) && !path.startsWith('//')
  return isOurs ? [{ name, path, query: viewQuery(query) }] : []
}
