import type { GrantedException } from '#lib/model/exception.ts'
import { RESIDUAL_RISKS, type ResidualRisk } from '#lib/model/skip.ts'
import { isPastAge } from '../evidence/is-past-age.ts'
import { priorAgeLimit } from '../evidence/why-not-prior.ts'
import { judgeReviews } from '../release/judge-reviews.ts'
import { type LeaningSkip, leaningSkips } from './leaning-skips.ts'
import { neededGates } from './needed-gates.ts'
import type { ProofFacts } from './proof-facts.ts'

export interface ResidualRiskFound {
  readonly risk: ResidualRisk
  /** What it comes from; empty when there is none. */
  readonly because: readonly string[]
  /** What no exception in force approves of it; empty when all is approved. */
  readonly unapproved: readonly string[]
  /** Ids of the exceptions that approve what remains. */
  readonly approvedBy: readonly string[]
}

interface Found {
  readonly risk: ResidualRisk
  readonly because: string
  /** The gate has passed, after it had failed. */
  readonly isOfRetry: boolean
  /** The gate that it comes from; null when it comes from none. */
  readonly gate: string | null
  /** The exception that it comes from: it was approved with what it is about. */
  readonly exception: string | null
}

/** The risk that remains when a candidate is released by a fast profile: what was declared, and at least what is found. */
export function residualRisk(facts: ProofFacts): ResidualRiskFound {
  const found = [...leaningSkips(facts).flatMap((each) => risksOfSkip(each, facts)), ...risksOfCandidate(facts)]
  const remaining = found.filter(({ risk }) => risk !== 'none').map((each) => ({ ...each, approvedBy: approving(each, facts) }))
  const worst = remaining.reduce((most, { risk }) => Math.max(most, RESIDUAL_RISKS.indexOf(risk)), 0)
  const risk = RESIDUAL_RISKS[worst] ?? 'high'
  const causes = (which: readonly Found[]) => [...new Set(which.map(({ because }) => because))]
  return {
    risk,
    because: causes(remaining.filter((each) => each.risk === risk)),
    unapproved: causes(remaining.filter(({ approvedBy }) => approvedBy.length === 0)),
    approvedBy: [...new Set(remaining.flatMap(({ approvedBy }) => approvedBy))],
  }
}

/**
 * The exceptions in force for the gate that a risk comes from, if they were approved for at least that risk. One that was approved in
 * knowledge of every failure of the gate lets it stay failed, so that it lets it have passed on a retry as well: else to revoke that pass
 * would be a way to go.
 */
function approving({ gate: id, risk, exception, isOfRetry }: Found, { candidate, facts }: ProofFacts): readonly string[] {
  if (exception !== null) return [exception]
  const inForce = candidate.gates.find(({ gate }) => gate === id)?.exceptions ?? []
  const isEnough = (approved: ResidualRisk) => RESIDUAL_RISKS.indexOf(approved) >= RESIDUAL_RISKS.indexOf(risk)
  const failures = facts.evidence.filter(({ gate, result }) => gate === id && (result === 'failed' || result === 'error'))
  const knowsAll = ({ approval }: GrantedException) =>
    failures.every((failure) => approval.seen[id ?? '']?.against.includes(`evidence:${failure.id}`) === true)
  return facts.exceptions
    .filter((each) => inForce.includes(each.id) && (isEnough(each.risk) || (isOfRetry && knowsAll(each))))
    .map((each) => each.id)
}

function risksOfSkip(leaning: LeaningSkip, { profile, now }: ProofFacts): readonly Found[] {
  const { skip, gate, prior } = leaning
  const limit = priorAgeLimit(profile, gate)
  const found: Pick<Found, 'risk' | 'because'>[] = [{ risk: skip.risk, because: `the skip of ${gate.id} declares it` }]
  if (gate.layer === 'service-evidence') found.push({ risk: 'medium', because: `${gate.id} is service evidence and is skipped` })
  if (leansElsewhere(leaning)) found.push({ risk: 'low', because: `the skip of ${gate.id} leans on evidence of another commit` })
  if (limit !== null && isPastAge(prior.receivedAt, limit / 2, now)) {
    found.push({ risk: 'low', because: `the skip of ${gate.id} leans on evidence older than half its allowed age` })
  }
  return found.map((each) => ({ ...each, isOfRetry: false, gate: gate.id, exception: null }))
}

function risksOfCandidate({ candidate, facts }: ProofFacts): readonly Found[] {
  const needed = neededGates(candidate)
  const flaky = needed.filter(({ overlays }) => overlays.includes('flaky'))
  const isOpen = judgeReviews(candidate, facts).some(({ domain, state }) => domain === 'architecture' && state !== 'approved')
  const ofExceptions = needed.flatMap(({ gate, status, exceptions }) =>
    (status === 'passed' ? [] : exceptions).map(
      (exception): Found => ({ risk: 'high', because: `an exception for ${gate} is in force`, isOfRetry: false, gate, exception }),
    ),
  )
  return [
    ...flaky.map(
      ({ gate }): Found => ({ risk: 'medium', because: `${gate} passed only on a retry`, isOfRetry: true, gate, exception: null }),
    ),
    ...ofExceptions,
    ...(isOpen
      ? [{ risk: 'high', because: 'an architecture review is open', isOfRetry: false, gate: null, exception: null } as const]
      : []),
  ]
}

/** True unless the proof names the very commit or the very artifact that the skip names. */
function leansElsewhere({ skip, prior }: LeaningSkip): boolean {
  const { gitCommit, sha256 } = skip.content
  const sameCommit = gitCommit !== undefined && gitCommit === prior.content.gitCommit
  const sameArtifact = sha256 !== undefined && sha256 === prior.content.sha256
  return !sameCommit && !sameArtifact
}
