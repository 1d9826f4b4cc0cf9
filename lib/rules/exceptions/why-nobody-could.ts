import type { ExceptionRequest, ExceptionVersion } from '#lib/model/exception.ts'
import type { RequestCase } from '#lib/model/exception-case.ts'
import { COOL_DOWN_MS } from '#lib/model/person.ts'
import { countingRoles, mergeAccounts } from './counting-roles.ts'
import { whyExcluded } from './excluded-people.ts'
import { fillPlaces } from './fill-places.ts'
import { neededApprovals } from './needed-approvals.ts'
import { sayPlaces } from './say-role.ts'

/**
 * The sentence why no set of the people there are could ever approve a request, or null. A role that is too young today is counted if it is
 * old enough before the exception would end.
 */
export function whyNobodyCould(
  request: ExceptionRequest,
  versions: readonly Pick<ExceptionVersion, 'by'>[],
  { reviews, authors, people }: Pick<RequestCase, 'reviews' | 'authors' | 'people'>,
  now: Date,
): string | null {
  const needed = neededApprovals(request, reviews)
  const roles = needed.map(({ role }) => role)
  const lastMoment = new Date(Math.max(now.getTime(), Math.min(request.expiresAt.getTime() - 1, now.getTime() + COOL_DOWN_MS)))
  const persons = mergeAccounts(people).filter((accounts) => accounts.every((each) => whyExcluded({ versions, authors }, each) === null))
  const filled = fillPlaces(
    roles,
    persons.map((accounts) => ({ roles: accounts.flatMap((each) => countingRoles(each, roles, request.domain, lastMoment)) })),
  )
  const open = needed.filter((_, place) => !filled.includes(place))
  if (open.length === 0) return null
  const different = needed.length > 1 ? ', each of them somebody else' : ''
  return `Nobody could ever approve this: it needs ${sayPlaces(needed)}${different}, none of whom may have asked for it or recorded the evidence, and there is nobody left who could be ${sayPlaces(open)}. An administrator can give somebody that role.`
}
