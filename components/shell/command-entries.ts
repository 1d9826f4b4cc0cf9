import { shortContent } from '#components/vocabulary/content-name.ts'
import type { Found } from '#lib/client/search.ts'
import { dateOf } from '#lib/wording/age.ts'
import {
  API_REFERENCE_HREF,
  boardHref,
  compareHref,
  domainHref,
  gateHref,
  inRepository,
  NEW_CHANGE_HREF,
  newChangeHref,
  ownershipHref,
} from '#lib/wording/href.ts'
import { FAMILY_QUESTIONS } from './family-questions.ts'
import { NAVIGATION } from './navigation.ts'

/** What the palette can do here rather than go to. */
export type CommandAct = 'copy-link' | 'print' | 'help'

/** A place that the palette can go to, or something it can do. */
export interface CommandEntry {
  readonly value: string
  readonly label: string
  /** Shown beside the label and searched as well. */
  readonly detail: string
  readonly does: { readonly href: string } | { readonly act: CommandAct }
}

export interface CommandGroup {
  readonly value: string
  readonly items: readonly CommandEntry[]
}

/** The pages there are, as far as a text names them. */
export function pageEntries(repository: string | null, text: string): CommandGroup {
  const pages = NAVIGATION.map((entry) => goes(entry.href, entry.label, FAMILY_QUESTIONS[entry.href], inRepository(entry.href, repository)))
  return {
    value: 'Pages',
    items: [
      ...pages,
      goes('unmapped', 'Unmapped files', 'What has no owner', ownershipHref('unmapped', { repository })),
      goes('diagnostics', 'Diagnostics', 'What could not be read', ownershipHref('diagnostics', { repository })),
      goes(API_REFERENCE_HREF, 'API reference', 'OpenAPI 3.1 document', API_REFERENCE_HREF),
    ].filter((entry) => isNamed(entry, text)),
  }
}

/** What can be done from anywhere, as far as a text names it. */
export function actionEntries(repository: string | null, text: string): CommandGroup {
  const actions: readonly CommandEntry[] = [
    goes(NEW_CHANGE_HREF, 'Plan a change', 'Paste a diff or a list of files', newChangeHref({ repository })),
    goes('compare', 'Compare two candidates', 'What got worse and what got better', compareHref(null, { repository })),
    { value: 'copy-link', label: 'Copy the link to this page', detail: 'With its filters and what is open', does: { act: 'copy-link' } },
    { value: 'print', label: 'Print this page', detail: 'On paper or as PDF', does: { act: 'print' } },
    { value: 'help', label: 'Show the keys', detail: 'What each key does', does: { act: 'help' } },
  ]
  return { value: 'Actions', items: actions.filter((entry) => isNamed(entry, text)) }
}

/** The domains, gates and candidates that the server found. */
export function foundEntries({ domains, gates, candidates }: Found, repository: string | null): readonly CommandGroup[] {
  return [
    {
      value: 'Domains',
      items: domains.map(({ domain, title, owner }) =>
        goes(`domain ${domain}`, domain, owner === null ? title : `${title} · ${owner}`, domainHref(domain, 'lane', { repository })),
      ),
    },
    {
      value: 'Gates',
      items: gates.map(({ gate, title, domain }) => goes(`gate ${gate}`, title, gate, gateHref(gate, domain, { repository }))),
    },
    {
      value: 'Candidates',
      items: candidates.map(({ contentId, firstSeenAt }) =>
        goes(
          `candidate ${contentId}`,
          shortContent(contentId),
          `Board of the candidate first seen ${dateOf(Date.parse(firstSeenAt))}`,
          boardHref({ repository, commit: contentId }),
        ),
      ),
    },
  ]
}

/** Of a group, what a text names. */
export function namedBy({ value, items }: CommandGroup, text: string): CommandGroup {
  return { value, items: items.filter((entry) => isNamed(entry, text)) }
}

function goes(value: string, label: string, detail: string, href: string): CommandEntry {
  return { value, label, detail, does: { href } }
}

/** Every word of the text is in the entry's label or detail, whatever its case. */
function isNamed({ label, detail }: CommandEntry, text: string): boolean {
  const name = `${label} ${detail}`.toLowerCase()
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => name.includes(word))
}
