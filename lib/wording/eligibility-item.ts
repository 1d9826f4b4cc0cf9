import { ELIGIBILITY_ITEMS, type EligibilityItemId } from '#lib/model/eligibility.ts'
import type { Wording } from './wording.ts'

/** The eight points of independent promotion, by the name that the board's columns have. */
export const ELIGIBILITY_ITEM_WORDING: Readonly<Record<EligibilityItemId, Wording>> = {
  'extraction-decision': {
    label: 'Decision packet',
    meaning: 'Has it been decided to split the domain off?',
    next: 'Write the decision into the extraction packet.',
  },
  'service-auth': {
    label: 'Service auth',
    meaning: 'Is every caller from another process authenticated?',
    next: 'Bring the service-auth packet of each caller to approval.',
  },
  'degradation-harness': {
    label: 'Degradation',
    meaning: 'Is it known what happens while the domain is away?',
    next: 'Run the harness of the degradation contract on this content.',
  },
  'rollback-tested': {
    label: 'Rollback',
    meaning: 'Was the way back tested by the very command that is written down?',
    next: 'Run the rollback command on this content.',
  },
  'profile-gates': {
    label: 'Release gates',
    meaning: 'Did every gate of the lane pass under an enforcing profile?',
    next: 'Run the gates of the lane that are open.',
  },
  'consumer-smokes': {
    label: 'Consumer smokes',
    meaning: 'Do all products that use the domain still work?',
    next: 'Run the smoke of each supported consumer.',
  },
  'status-slo': {
    label: 'SLO and status',
    meaning: 'Is the domain watched, and is its objective met?',
    next: 'Give the domain a component row and record its SLO report.',
  },
  'boundary-guards': {
    label: 'Boundary guards',
    meaning: 'Did the guards find nothing new?',
    next: 'Mend the new findings, or run the guard on this content.',
  },
}

/** The item that a number from 1 to 8, or an id, names; null for anything else. */
export function itemNamed(text: string): EligibilityItemId | null {
  const byNumber = /^[1-8]$/.test(text) ? ELIGIBILITY_ITEMS[Number(text) - 1] : undefined
  return byNumber ?? ELIGIBILITY_ITEMS.find((id) => id === text) ?? null
}
