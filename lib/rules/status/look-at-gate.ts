import type { AnnouncedRun } from '#lib/model/announced-run.ts'
import type { Evidence } from '#lib/model/evidence.ts'
import { isPastAge } from '../evidence/is-past-age.ts'
import { type JudgedSkip, judgeSkip } from '../evidence/judge-skip.ts'
import { standingEvidence } from '../evidence/standing-evidence.ts'
import { type WeighedEvidence, weighEvidence } from '../evidence/weigh-evidence.ts'
import type { GateFacts } from './gate-facts.ts'
import { hasCome } from './watched-moment.ts'

/** A gate's facts, weighed: what the statuses are read from. */
export interface GateLook {
  readonly facts: GateFacts
  /** All that counts, answered or not, oldest first. A revoked pass is as if it had never been posted. */
  readonly counted: readonly WeighedEvidence[]
  readonly standing: readonly WeighedEvidence[]
  /** Failures that a pass has answered: a gate that passes all the same is flaky. */
  readonly answered: readonly Evidence[]
  /** Passes by somebody who may not. They count for nothing. */
  readonly unauthorised: readonly Evidence[]
  /** Passes for today's gate within its age, oldest first. */
  readonly current: readonly Evidence[]
  /** Passes that have grown old, or were for another definition of the gate. */
  readonly outdated: readonly Evidence[]
  readonly acceptedSkips: readonly JudgedSkip[]
  /** Refused ones that no later pass has answered. */
  readonly refusedSkips: readonly (JudgedSkip & { readonly id: string })[]
  /** Runs that announced the gate and are over without its having been shown. */
  readonly hiddenIn: readonly AnnouncedRun[]
  /** Runs that announced the gate and are not over. */
  readonly openRuns: readonly AnnouncedRun[]
}

/** Weighs the facts of a gate at a moment. */
export function lookAtGate(facts: GateFacts, now: Date): GateLook {
  const { gate, definition } = facts
  const weighed = facts.evidence.map((each) => weighEvidence(each, gate, facts.guard, now)).filter(stillCounts)
  const counted = weighed.filter(({ says }) => says !== 'nothing')
  const { standing, answered } = standingEvidence(counted)
  const passes = standing.filter(({ says }) => says === 'passed').map(({ evidence }) => evidence)
  const isCurrent = (pass: Evidence) => pass.gateDefinition === definition && !isPastAge(pass.receivedAt, gate.maxAgeSeconds, now)
  const lastPassed = newest(passes)
  const lastShown = newest(counted.map(({ evidence }) => evidence))
  const skips = judgeSkips(facts, now)
  return {
    facts,
    counted,
    standing: standing.filter(({ says, evidence }) => says !== 'skipped' || evidence.sequence > lastPassed),
    answered,
    unauthorised: weighed.filter(({ says }) => says === 'nothing').map(({ evidence }) => evidence),
    current: passes.filter(isCurrent),
    outdated: passes.filter((pass) => !isCurrent(pass)),
    acceptedSkips: skips.filter(({ judged }) => judged.state === 'accepted').map(({ judged }) => judged),
    refusedSkips: skips
      .filter(({ sequence, judged }) => judged.state === 'refused' && sequence > lastPassed)
      .map(({ id, judged }) => ({ ...judged, id })),
    hiddenIn: facts.runs.filter((run) => isOver(run, now) && run.sequence > lastShown),
    openRuns: facts.runs.filter((run) => !isOver(run, now)),
  }
}

/** Taking evidence back takes back its pass and nothing else: what speaks against a gate can only be answered. */
function stillCounts({ evidence, says }: WeighedEvidence): boolean {
  return evidence.revoked === null || (says !== 'passed' && says !== 'nothing')
}

/** The skips that count, judged; when a profile is asked for, those that were declared for it. */
function judgeSkips({ gate, definition, names, actors, profiles, asked, skips }: GateFacts, now: Date) {
  return skips
    .filter(({ profile }) => asked === null || profile === asked.id)
    .map((skip) => {
      const profile = profiles.get(skip.profile) ?? null
      return { sequence: skip.sequence, id: skip.id, judged: judgeSkip(skip, { gate, definition, profile, names, actors }, now) }
    })
}

/** True for a run that was closed, or that nobody closed in time. */
function isOver({ closedAt, deadline }: AnnouncedRun, now: Date): boolean {
  return closedAt !== null || hasCome(deadline.getTime(), now)
}

function newest(all: readonly { readonly sequence: number }[]): number {
  return all.reduce((most, { sequence }) => Math.max(most, sequence), -1)
}
