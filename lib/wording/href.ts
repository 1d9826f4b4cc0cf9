import type { Severity } from '#lib/model/diagnostic.ts'

/** The tabs of the ownership page, in the order they are shown. */
export const OWNERSHIP_TABS = ['resolve', 'coverage', 'unmapped', 'conflicts', 'lanes', 'diagnostics'] as const

export type OwnershipTab = (typeof OWNERSHIP_TABS)[number]

/** Address of the list of stored plans. */
export const CHANGES_HREF = '/changes'

/** Address of the plan explorer. */
export const NEW_CHANGE_HREF = '/changes/new'

/** Address of the API's own description. */
export const API_REFERENCE_HREF = '/api/v1/openapi.json'

/** Where a server holds several repositories, the address says which is meant. */
export interface OfRepository {
  readonly repository?: string | null
}

/** Permanent address of a stored plan, with the gate that is open. */
export function changeHref(id: string, open: { readonly gate?: string } = {}): string {
  return withQuery(`${CHANGES_HREF}/${encodeText(id)}`, { gate: open.gate })
}

/** Address of a tab of the ownership page; `resolve` is the page's own. */
export function ownershipHref(
  tab: OwnershipTab = 'resolve',
  state: OfRepository & { readonly path?: string; readonly q?: string; readonly severity?: Severity } = {},
): string {
  return withQuery('/ownership', { tab: tab === 'resolve' ? undefined : tab, ...state })
}

/** Address of a page of the list of plans. */
export function changesPageHref(state: OfRepository & { readonly cursor?: string | null } = {}): string {
  return withQuery(CHANGES_HREF, { ...state })
}

/** Address of the plan explorer. */
export function newChangeHref(state: OfRepository = {}): string {
  return withQuery(NEW_CHANGE_HREF, { ...state })
}

/** An address of a page family with the repository that is meant. */
export function inRepository(href: string, repository: string | null): string {
  return withQuery(href, { repository })
}

function withQuery(path: string, values: Readonly<Record<string, string | null | undefined>>): string {
  const query = Object.entries(values)
    .filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '')
    .map(([name, value]) => `${name}=${encodeText(value)}`)
    .join('&')
  return query === '' ? path : `${path}?${query}`
}

/** Percent-encodes any text; a surrogate without its partner, which no URL can carry, becomes U+FFFD. */
function encodeText(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'))
}
