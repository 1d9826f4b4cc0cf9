import { currentVersion, type Exception, type ExceptionRequest, type ExceptionVersion } from '#lib/model/exception.ts'
import type { RequestCase } from '#lib/model/exception-case.ts'
import { hasRole, type Person } from '#lib/model/person.ts'
import type { Role } from '#lib/model/role.ts'
import type { ResidualRisk } from '#lib/model/skip.ts'
import { sayRoles } from './say-role.ts'
import { whyNobodyCould } from './why-nobody-could.ts'
import { notNow, notYours, type WhyNot } from './why-not.ts'
import { whyNotOpen } from './why-not-open.ts'

/** What is wrong with one field of a request. */
export interface RequestFault {
  readonly path: 'gates' | 'risk' | 'control' | 'expiresAt'
  readonly message: string
}

/** The longest that an exception may be in force, in days. */
export const LONGEST_DAYS: Readonly<Record<ResidualRisk, number>> = { none: 0, low: 90, medium: 30, high: 14 }

const DAY_MS = 24 * 60 * 60 * 1000

/** Who may ask for an exception, each for the domains they have the role for. */
export const MAY_REQUEST: readonly Role[] = ['domain-owner', 'release-manager', 'architect']

/** The sentence why a person cannot ask for an exception for a domain, or null. */
export function whyNotAsk(domain: string, person: Person): WhyNot | null {
  if (MAY_REQUEST.some((role) => hasRole(person, role, domain))) return null
  return notYours(`Only ${sayRoles(MAY_REQUEST)} for ${domain} can ask for an exception there, and you are none of them.`)
}

/** The sentence why a person cannot edit a request now, or null: whoever may ask for it may word it, and then not approve it. */
export function whyNotEdit(exception: Exception, person: Person, now: Date): WhyNot | null {
  return whyNotAsk(currentVersion(exception).request.domain, person) ?? whyNotOpen(exception, 'edited', now)
}

/** What is wrong with a request in itself, at the moment it is made. */
export function requestFaults(
  request: ExceptionRequest,
  domainOfGate: (gate: string) => string | null,
  now: Date,
): readonly RequestFault[] {
  const { gates, domain, risk, control, expiresAt } = request
  const faults: RequestFault[] = []
  const foreign = gates.find((gate) => (domainOfGate(gate) ?? domain) !== domain)
  if (foreign !== undefined) {
    faults.push({
      path: 'gates',
      message: `${foreign} is of ${domainOfGate(foreign)}, and this is an exception for ${domain}: ask for each domain by itself`,
    })
  }
  if (risk === 'none') {
    faults.push({
      path: 'risk',
      message: 'where no risk remains there is nothing to except: record the evidence, or say what risk remains (low, medium or high)',
    })
    return faults
  }
  if (risk !== 'low' && (control ?? '').trim() === '') {
    faults.push({ path: 'control', message: `a ${risk} risk needs a compensating control: say what is done instead of the gate` })
  }
  const days = LONGEST_DAYS[risk]
  if (expiresAt.getTime() <= now.getTime()) faults.push({ path: 'expiresAt', message: 'must be in the future' })
  if (expiresAt.getTime() > now.getTime() + days * DAY_MS) {
    faults.push({ path: 'expiresAt', message: `must be within ${days} days: that is the longest for a ${risk} risk` })
  }
  return faults
}

/**
 * The sentence why an exception cannot be asked for on this content, or null: what the global contract gates have found cannot be excepted,
 * and nothing is asked for that nobody could ever approve. `versions` are who worded it so far, the asking person last.
 */
export function whyNotRequest(
  request: ExceptionRequest,
  versions: readonly Pick<ExceptionVersion, 'by'>[],
  requestCase: RequestCase,
  now: Date,
): WhyNot | null {
  const [failed] = requestCase.failedGlobals
  if (failed !== undefined) {
    return notNow(
      `${failed} failed on this content, and no exception is possible for a global contract gate that failed. Put it right, then record the pass that answers it.`,
    )
  }
  const why = whyNobodyCould(request, versions, requestCase, now)
  return why === null ? null : notNow(why)
}
