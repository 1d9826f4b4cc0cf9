import type { BOARD_TABS, BoardTab, CellFace, RowFace } from '#lib/model/board.ts'
import { ELIGIBILITY_ITEMS, ELIGIBILITY_VERDICTS } from '#lib/model/eligibility.ts'
import { GATE_LAYERS } from '#lib/model/gate-layer.ts'
import { OVERLAYS, STATUSES } from '#lib/model/status.ts'

/** The columns of each tab, as rows have them. */
const COLUMNS = { items: ELIGIBILITY_ITEMS, layers: GATE_LAYERS } as const satisfies Record<(typeof BOARD_TABS)[number], readonly string[]>

/** Stand between the parts; a text that has one of them, or the sign that writes them, has it written out. */
const RESERVED = /[%|~,]/g

/**
 * The rows of a board as one short text, for a page carries them to the browser beside its markup: 200 domains take a tenth of what they
 * take as JSON. Texts that come again stand once, at the front. What a row is made of stands in the order of its type.
 */
export function packRows(rows: readonly RowFace[]): string {
  const places = new Map<string, string>()
  const placeOf = (text: string | null) => {
    if (text === null) return ''
    const place = places.get(text) ?? places.size.toString(36)
    places.set(text, place)
    return place
  }
  const lines = rows.map(({ domain, group, title, owner, verdict, cells }) =>
    [
      written(domain),
      placeOf(group),
      title === domain ? '' : `:${written(title)}`,
      placeOf(owner),
      ELIGIBILITY_VERDICTS.indexOf(verdict),
      ...cells.map(({ status, overlays, note }) => `${STATUSES.indexOf(status)}${bitsOf(overlays)}${placeOf(note)}`),
    ].join(','),
  )
  return [[...places.keys()].map(written).join('|'), ...lines].join('~')
}

/** The rows again; what did not come from `packRows` is our own error. */
export function unpackRows(packed: string, tab: BoardTab): readonly RowFace[] {
  const [head = '', ...lines] = packed.split('~')
  const texts = head.split('|').map(read)
  const textAt = (place: string) => known(texts[Number.parseInt(place, 36)])
  return lines.map((line) => {
    const [domain = '', group = '', title = '', owner = '', verdict = '', ...cells] = line.split(',')
    return {
      domain: read(domain),
      group: group === '' ? null : textAt(group),
      title: title === '' ? read(domain) : read(title.slice(1)),
      owner: owner === '' ? null : textAt(owner),
      verdict: known(ELIGIBILITY_VERDICTS[Number(verdict)]),
      cells: cells.map(
        (cell, at): CellFace => ({
          id: known(COLUMNS[tab][at]),
          status: known(STATUSES[Number(cell[0])]),
          overlays: OVERLAYS.filter((_, bit) => Number(cell[1]) & (1 << bit)),
          note: textAt(cell.slice(2)),
        }),
      ),
    }
  })
}

function bitsOf(overlays: CellFace['overlays']): number {
  return overlays.reduce((bits, overlay) => bits | (1 << OVERLAYS.indexOf(overlay)), 0)
}

function written(text: string): string {
  return text.replace(RESERVED, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
}

function read(text: string): string {
  return text.replace(/%([0-9a-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

function known<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('these rows were not packed by this version')
  return value
}
