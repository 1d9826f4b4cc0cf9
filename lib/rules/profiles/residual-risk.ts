import { RESIDUAL_RISKS, type ResidualRisk } from '#lib/model/skip.ts'
import { isPastAge } from '../evidence/is-past-age.ts'
import { priorAgeLimit } from '../evidence/why-not-prior.ts'
import { type LeaningSkip, leaningSkips } from './leaning-skips.ts'
import { neededGates } from './needed-gates.ts'
import type { ProofFacts } from './proof-facts.ts'

export interface ResidualRiskFound {
  readonly risk: ResidualRisk
  /** What it comes from; empty when there is none. */
  readonly because: readonly string[]
}

interface Found {
  readonly risk: ResidualRisk
  readonly because: string
}

/** The risk that remains when a candidate is released by a fast profile: what was declared, and at least what is found. */
export function residualRisk(facts: ProofFacts): ResidualRiskFound {
  const found = [...leaningSkips(facts).flatMap((each) => risksOfSkip(each, facts)), ...risksOfCandidate(facts)]
  const worst = found.reduce((most, { risk }) => Math.max(most, RESIDUAL_RISKS.indexOf(risk)), 0)
  const risk = RESIDUAL_RISKS[worst] ?? 'high'
  return { risk, because: [...new Set(found.filter((each) => each.risk === risk && risk !== 'none').map(({ because }) => because))] }
}

function risksOfSkip(leaning: LeaningSkip, { profile, now }: ProofFacts): readonly Found[] {
  const { skip, gate, prior } = leaning
  const limit = priorAgeLimit(profile, gate)
  const found: Found[] = [{ risk: skip.risk, because: `the skip of ${gate.id} declares it` }]
  if (gate.layer === 'service-evidence') found.push({ risk: 'medium', because: `${gate.id} is service evidence and is skipped` })
  if (leansElsewhere(leaning)) found.push({ risk: 'low', because: `the skip of ${gate.id} leans on evidence of another commit` })
  if (limit !== null && isPastAge(prior.receivedAt, limit / 2, now)) {
    found.push({ risk: 'low', because: `the skip of ${gate.id} leans on evidence older than half its allowed age` })
  }
  return found
}

function risksOfCandidate({ candidate }: ProofFacts): readonly Found[] {
  const flaky = neededGates(candidate).filter(({ overlays }) => overlays.includes('flaky'))
  return [
    ...flaky.map(({ gate }): Found => ({ risk: 'medium', because: `${gate} passed only on a retry` })),
    ...(candidate.reviews.includes('architecture') ? [{ risk: 'high', because: 'an architecture review is open' } as const] : []),
  ]
}

/** True unless the proof names the very commit or the very artifact that the skip names. */
function leansElsewhere({ skip, prior }: LeaningSkip): boolean {
  const { gitCommit, sha256 } = skip.content
  const sameCommit = gitCommit !== undefined && gitCommit === prior.content.gitCommit
  const sameArtifact = sha256 !== undefined && sha256 === prior.content.sha256
  return !sameCommit && !sameArtifact
}
