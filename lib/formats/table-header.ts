import { PATH_COLUMNS, type PathColumn } from '#lib/model/ownership-map.ts'
import { plainCellText } from './cell-text.ts'

/** What the columns of a table hold, by their index. `domain`, `owner`, `reviewers` and `consumers` are -1 when there is no such column. */
export interface TableHeader {
  readonly width: number
  readonly domain: number
  readonly paths: readonly { readonly index: number; readonly column: PathColumn }[]
  readonly owner: number
  readonly reviewers: number
  readonly consumers: number
  /** Every other column, by its header as written; a header that stands there twice is numbered. */
  readonly others: readonly { readonly index: number; readonly name: string }[]
  /** The index of a second Domain column, or -1. */
  readonly secondDomain: number
}

const PATH_HEADERS: ReadonlyMap<string, PathColumn> = new Map([
  ...PATH_COLUMNS.map((column): [string, PathColumn] => [column, column]),
  ['paths', 'path'],
  ['source path', 'path'],
])

/** Reads the header cells of a table, without regard to case and markup. */
export function readTableHeader(cells: readonly string[]): TableHeader {
  const names = cells.map((cell) => plainCellText(cell).trim().replace(/\s+/g, ' '))
  const keys = names.map((name) => name.toLowerCase())
  const domain = keys.indexOf('domain')
  const owner = keys.indexOf('owner')
  const reviewers = keys.indexOf('reviewers')
  const consumers = keys.indexOf('consumers')
  const paths: { index: number; column: PathColumn }[] = []
  const others: { index: number; name: string }[] = []
  // A key `__proto__` would set an object's prototype instead of a value.
  const used = new Set(['__proto__'])
  for (const [index, name] of names.entries()) {
    const column = PATH_HEADERS.get(keys[index] ?? '')
    if (column !== undefined) paths.push({ index, column })
    else if (![domain, owner, reviewers, consumers].includes(index)) others.push({ index, name: numberName(name, used) })
  }
  return { width: cells.length, domain, paths, owner, reviewers, consumers, others, secondDomain: keys.indexOf('domain', domain + 1) }
}

/** Contract 2.1: a table counts when its header has a `Domain` column and at least one path column. */
export function isOwnershipHeader(header: TableHeader): boolean {
  return header.domain >= 0 && header.paths.length > 0
}

function numberName(name: string, used: Set<string>): string {
  let numbered = name
  for (let count = 2; used.has(numbered); count++) numbered = `${name} (${count})`
  used.add(numbered)
  return numbered
}
