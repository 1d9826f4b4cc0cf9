import { type DomainEligibility, ELIGIBILITY_ITEMS } from '#lib/model/eligibility.ts'
import { hasRole, type Person } from '#lib/model/person.ts'

/**
 * Why somebody cannot record an independent promotion of a domain as it stands, as the sentence beside the button; null when they can
 * ("eligible for independent promotion only when every item below is true"). Recording judges once more: this only says what to expect.
 */
export function whyNotPromote(eligibility: Pick<DomainEligibility, 'domain' | 'verdict' | 'unmet'>, person: Person | null): string | null {
  const { domain, verdict, unmet } = eligibility
  if (verdict === 'unknown')
    return 'A file of the operating model that the checklist rests on cannot be read, so it is not known to be ready.'
  if (verdict === 'not-eligible') {
    return `${unmet.length} of the ${ELIGIBILITY_ITEMS.length} items ${unmet.length === 1 ? 'is' : 'are'} not met: ${unmet.join(', ')}.`
  }
  if (person === null) return 'Sign in as a release manager to promote it.'
  if (hasRole(person, 'release-manager', domain)) return null
  return `Only a release manager of ${domain} promotes it, and ${person.name} is none. An administrator gives the role.`
}
