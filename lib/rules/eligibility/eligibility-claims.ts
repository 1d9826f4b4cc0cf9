import type { EligibilityItemId } from '#lib/model/eligibility.ts'

/** What each of the eight items says when it holds (operating model, "Independent Promotion Eligibility"). */
export const ELIGIBILITY_CLAIMS: Readonly<Record<EligibilityItemId, string>> = {
  'extraction-decision': 'The decision packet exists and recommends split_worker or extract_service.',
  'service-auth': 'Every cross-process caller has an approved service-auth packet with its document.',
  'degradation-harness': 'The degradation contract exists and its harness passed on this content.',
  'rollback-tested': 'The rollback command is written down and was tested with exactly that command.',
  'profile-gates': 'The release profile is full and enforcing, and every gate of the lane passed on this content.',
  'consumer-smokes': 'Every supported product consumer has a smoke in the lane, and each passed on this content.',
  'status-slo': 'Status/Ops has a component row for the domain, and its SLO evidence is current.',
  'boundary-guards': 'The boundary guard ran on this content in a blocking mode and reported nothing new.',
}
