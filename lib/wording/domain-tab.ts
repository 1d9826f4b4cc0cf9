import type { DomainTab } from './href.ts'

/** The tabs of a domain's page: the name of each, and the question it answers. */
export const DOMAIN_TAB_WORDING: Readonly<Record<DomainTab, { readonly label: string; readonly question: string }>> = {
  lane: { label: 'Lane', question: 'What must it pass, and why?' },
  eligibility: { label: 'Eligibility', question: 'May it be promoted on its own?' },
  skips: { label: 'Skips & debt', question: 'What was left out, and what is owed?' },
  evidence: { label: 'Evidence', question: 'What ran for its gates?' },
  timeline: { label: 'Timeline', question: 'What happened, and when?' },
  ownership: { label: 'Ownership', question: 'What does it own, by which line?' },
}
