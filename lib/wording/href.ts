import type { AuditAction } from '#lib/model/audit.ts'
import type { BoardTab } from '#lib/model/board.ts'
import type { DebtKind } from '#lib/model/debt.ts'
import type { Severity } from '#lib/model/diagnostic.ts'
import type { EligibilityItemId } from '#lib/model/eligibility.ts'
import type { RegisterView } from '#lib/model/register-line.ts'
import type { ReportedResult } from '#lib/model/reported-result.ts'
import type { TimelineKind } from '#lib/model/timeline.ts'
import type { TrendRange } from '#lib/model/trends.ts'

/** The tabs of the ownership page, in the order they are shown. */
export const OWNERSHIP_TABS = ['resolve', 'coverage', 'unmapped', 'conflicts', 'lanes', 'diagnostics'] as const

export type OwnershipTab = (typeof OWNERSHIP_TABS)[number]

/** The tabs of a domain's page, in the order they are shown. */
export const DOMAIN_TABS = ['lane', 'eligibility', 'skips', 'evidence', 'timeline', 'ownership'] as const

export type DomainTab = (typeof DOMAIN_TABS)[number]

/** Address of the readiness board, where a visit begins. */
export const BOARD_HREF = '/board'

/** Address of the list of domains. */
export const DOMAINS_HREF = '/domains'

/** Address of the register of what was left out. */
export const SKIPS_HREF = '/skips'

/** Address of the exceptions: what is asked for, what is in force. */
export const EXCEPTIONS_HREF = '/exceptions'

/** Address of the boundary guards. */
export const GUARDS_HREF = '/guards'

/** Address of the trends. */
export const INSIGHTS_HREF = '/insights'

/** Address of the list of candidates as releases. */
export const RELEASES_HREF = '/releases'

/** Address of what needs whoever looks. */
export const INBOX_HREF = '/inbox'

/** Address of the list of independent promotions. */
export const PROMOTIONS_HREF = '/promotions'

/** Address of the page that compares two candidates. */
export const COMPARE_HREF = '/compare'

/** Address of the list of stored plans. */
export const CHANGES_HREF = '/changes'

/** Address of the list of evidence. */
export const EVIDENCE_HREF = '/evidence'

/** Address of the audit chain. */
export const AUDIT_HREF = '/audit'

/** Address of the plan explorer. */
export const NEW_CHANGE_HREF = '/changes/new'

/** Address of the API's own description. */
export const API_REFERENCE_HREF = '/api/v1/openapi.json'

/** Where a server holds several repositories, the address says which is meant. */
export interface OfRepository {
  readonly repository?: string | null
}

/** What is looked at: a commit, a tree or `sha256:…`. Without one the newest candidate is. */
export interface OfCandidate extends OfRepository {
  readonly commit?: string | null
}

/** Address of the readiness board; `items` is its own tab. */
export function boardHref(state: OfCandidate & { readonly tab?: BoardTab; readonly cell?: string } = {}): string {
  const { repository, commit, tab, cell } = state
  return withQuery(BOARD_HREF, { repository, commit, tab: tab === 'items' ? undefined : tab, cell })
}

/** Address of what is not the same on two candidates; without them, of the page that asks which. */
export function compareHref(range: { readonly base: string; readonly head: string } | null, state: OfRepository = {}): string {
  const path = range === null ? COMPARE_HREF : `${COMPARE_HREF}/${nameInPath(range.base)}...${nameInPath(range.head)}`
  return withQuery(path, { repository: state.repository })
}

/** Address of the list of domains. */
export function domainsHref(state: OfCandidate = {}): string {
  return withQuery(DOMAINS_HREF, { repository: state.repository, commit: state.commit })
}

/** Address of a tab of a domain's page; `lane` is the page's own. `at` is the part of it that is meant: a gate or an item. */
export function domainHref(domain: string, tab: DomainTab = 'lane', state: OfCandidate & { readonly at?: string } = {}): string {
  const { repository, commit, at } = state
  const href = withQuery(`${DOMAINS_HREF}/${encodeText(domain)}`, { repository, commit, tab: tab === 'lane' ? undefined : tab })
  return at === undefined ? href : withAnchor(href, at)
}

/** Address of a page of a domain's timeline, of one kind or of everything. */
export function timelineHref(
  domain: string,
  state: OfCandidate & { readonly kind?: TimelineKind | null; readonly cursor?: string | null } = {},
): string {
  const { repository, commit, kind, cursor } = state
  return withQuery(`${DOMAINS_HREF}/${encodeText(domain)}`, { repository, commit, tab: 'timeline', kind, cursor })
}

/** Address of a page of a domain's evidence. */
export function domainEvidenceHref(domain: string, state: OfCandidate & { readonly cursor?: string | null } = {}): string {
  const { repository, commit, cursor } = state
  return withQuery(`${DOMAINS_HREF}/${encodeText(domain)}`, { repository, commit, tab: 'evidence', cursor })
}

/** Address of the page of one of the eight items of a domain. */
export function itemHref(domain: string, item: EligibilityItemId, state: OfCandidate = {}): string {
  const { repository, commit } = state
  return withQuery(`${DOMAINS_HREF}/${encodeText(domain)}/eligibility/${item}`, { repository, commit })
}

/** Address of the list of candidates as releases. */
export function releasesHref(state: OfRepository & { readonly cursor?: string | null } = {}): string {
  return withQuery(RELEASES_HREF, { repository: state.repository, cursor: state.cursor })
}

/** What of the exceptions is shown, in the order of the tabs. */
export const EXCEPTION_VIEWS = ['needs-me', 'active', 'expiring', 'all'] as const

export type ExceptionView = (typeof EXCEPTION_VIEWS)[number]

/** Address of the register of exceptions. */
export function exceptionsHref(state: OfRepository & { readonly view?: ExceptionView; readonly cursor?: string | null } = {}): string {
  return withQuery(EXCEPTIONS_HREF, { repository: state.repository, tab: state.view, cursor: state.cursor })
}

/** Where a request for an exception is worded anew. */
export function editExceptionHref(id: string, state: OfRepository = {}): string {
  return withQuery(`${exceptionHref(id)}/edit`, { repository: state.repository })
}

/** Where an exception is asked for; the form comes filled in with what is known. */
export function newExceptionHref(
  state: OfCandidate & { readonly domain?: string; readonly gate?: string; readonly layer?: string } = {},
): string {
  const { repository, commit, domain, gate, layer } = state
  return withQuery(`${EXCEPTIONS_HREF}/new`, { repository, domain, layer, gate, commit })
}

/** Address of what needs whoever looks. */
export function inboxHref(state: OfRepository = {}): string {
  return withQuery(INBOX_HREF, { repository: state.repository })
}

/** Address of the list of independent promotions. */
export function promotionsHref(state: OfRepository & { readonly cursor?: string | null } = {}): string {
  return withQuery(PROMOTIONS_HREF, { repository: state.repository, cursor: state.cursor })
}

/** Permanent address of the record of a promotion. */
export function promotionHref(id: string): string {
  return `${PROMOTIONS_HREF}/${encodeURIComponent(id)}`
}

/** Where the packet of a promotion is downloaded, which `lanekeeper verify` checks offline. */
export function packetEndpoint(id: string): string {
  return `/api/v1/promotions/${encodeURIComponent(id)}/packet`
}

/** Which release is meant: without a profile, by the first that demands everything. */
export interface OfProfile extends OfRepository {
  readonly profile?: string | null
}

/** Address of a candidate as a release. */
export function releaseHref(contentId: string, state: OfProfile = {}): string {
  return withQuery(`${RELEASES_HREF}/${contentPart(contentId)}`, { repository: state.repository, profile: state.profile })
}

/** Address of a gate seen from a release: in its domain's lane, or, for one of the whole platform, where the release says it is open. */
export function gateOfReleaseHref(gate: string, contentId: string, state: OfProfile = {}): string {
  const { repository = null } = state
  return gate.startsWith('global/')
    ? withAnchor(releaseHref(contentId, state), gate)
    : gateHref(gate, '', { repository, commit: contentId })
}

/** Address of the record of a release, to be printed. */
export function recordHref(contentId: string, state: OfProfile = {}): string {
  return withQuery(`${RELEASES_HREF}/${contentPart(contentId)}/record`, { repository: state.repository, profile: state.profile })
}

/** Where the record of a release is read as JSON. */
export function recordEndpoint(contentId: string, state: OfProfile = {}): string {
  return withQuery(`/api/v1/releases/${contentPart(contentId)}`, { repository: state.repository, profile: state.profile })
}

/** What of the register is shown, and which line is open. */
export interface RegisterPlace extends OfRepository {
  readonly view?: RegisterView
  readonly kind?: DebtKind | null
  readonly domain?: string | null
  readonly cursor?: string | null
  readonly line?: string
}

/** Address of the register of what was left out; what is owed is the page's own view. */
export function skipsHref(place: RegisterPlace = {}): string {
  const { repository, view, kind, domain, cursor, line } = place
  return withQuery(SKIPS_HREF, { repository, view: view === 'owed' ? undefined : view, kind, domain, cursor, line })
}

/** Address of the boundary guards, as they stand on a candidate. */
export function guardsHref(state: OfCandidate = {}): string {
  return withQuery(GUARDS_HREF, { repository: state.repository, commit: state.commit })
}

/** Address of the trends over so many weeks; twelve are the page's own. */
export function insightsHref(state: OfRepository & { readonly weeks?: TrendRange } = {}): string {
  const { repository, weeks } = state
  return withQuery(INSIGHTS_HREF, { repository, weeks: weeks === undefined || weeks === 12 ? undefined : String(weeks) })
}

/** Address of a gate in the lane that lists it: its own domain's, or that of `domain` for one that belongs to none. */
export function gateHref(gate: string, domain: string, state: OfCandidate = {}): string {
  const [owner, ...rest] = gate.split('/')
  return domainHref(owner === undefined || owner === 'global' || rest.length < 2 ? domain : owner, 'lane', { ...state, at: gate })
}

/** What a list of evidence is narrowed to, as its address has it. `commit` may be a tree or `sha256:…` as well. */
export interface EvidenceFilters extends OfCandidate {
  readonly gate?: string | null
  readonly domain?: string | null
  readonly profile?: string | null
  readonly result?: ReportedResult | null
}

/** Address of the list of evidence, or of a page of it. */
export function evidenceListHref(filters: EvidenceFilters & { readonly cursor?: string | null } = {}): string {
  const { repository, gate, domain, profile, result, commit, cursor } = filters
  return withQuery(EVIDENCE_HREF, { repository, domain, gate, profile, result, commit, cursor })
}

/** Permanent address of a piece of evidence; its id is enough, whatever repository it is of. `from` is the finding that is shown first. */
export function evidenceHref(id: string, state: { readonly from?: number } = {}): string {
  return withQuery(`${EVIDENCE_HREF}/${encodeText(id)}`, { from: state.from === undefined ? undefined : String(state.from) })
}

/** Address of an exception; its id is enough, whatever repository it is of. */
export function exceptionHref(id: string): string {
  return `${EXCEPTIONS_HREF}/${encodeText(id)}`
}

/** Where a piece of evidence is read as JSON. */
export function evidenceEndpoint(id: string, state: OfRepository = {}): string {
  return withQuery(`/api/v1/evidence/${encodeText(id)}`, { repository: state.repository })
}

/** Address of the audit chain, or of a page of it. */
export function auditHref(state: OfRepository & { readonly action?: AuditAction | null; readonly cursor?: string | null } = {}): string {
  return withQuery(AUDIT_HREF, { repository: state.repository, action: state.action, cursor: state.cursor })
}

/** Permanent address of an entry of the audit chain: the page begins with it. */
export function auditEntryHref(sequence: number): string {
  return `${withQuery(AUDIT_HREF, { entry: String(sequence) })}#${sequence}`
}

/** Where a program reads one entry of the audit chain from; `cursor` is where the list begins with it. */
export function auditEntryEndpoint(cursor: string): string {
  return withQuery('/api/v1/audit', { cursor, limit: '1' })
}

/** Where the whole audit chain is saved from. */
export function auditExportEndpoint(format: 'ndjson' | 'json'): string {
  return withQuery('/api/v1/audit/export', { format: format === 'ndjson' ? undefined : format })
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

/** A content id reads as itself: its colon may stand in a path. */
function nameInPath(contentId: string): string {
  return encodeText(contentId).replaceAll('%3A', ':')
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

/** Content in a path: the colon of a digest may stand there as it is. */
function contentPart(contentId: string): string {
  return encodeText(contentId).replace('%3A', ':')
}

function withAnchor(href: string, at: string): string {
  return `${href}#${encodeText(at).replaceAll('%2F', '/')}`
}
