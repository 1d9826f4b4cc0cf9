import type { Evidence } from '#lib/model/evidence.ts'
import type { WeighedEvidence } from './weigh-evidence.ts'

export interface StandingEvidence {
  /** Passes, and all else that no pass has answered. The worst of them decides. */
  readonly standing: readonly WeighedEvidence[]
  /** Failures that a pass has answered, whichever pass it was: taking one of two back leaves them where they are. */
  readonly answered: readonly Evidence[]
}

/**
 * Finds what still stands. Only a pass answers: within a run that of a higher attempt, across runs a later one that names what it answers
 * in `supersedes`; each time from the same producer. So withholding or revoking a pass never makes anything look better, and whatever is
 * not a pass never hides what else was reported.
 */
export function standingEvidence(weighed: readonly WeighedEvidence[]): StandingEvidence {
  if (weighed.every(({ says }) => says === 'passed')) return { standing: weighed, answered: [] }
  const passes = weighed.filter(({ says }) => says === 'passed').map(({ evidence }) => evidence)
  const highestPass = new Map<string, number>()
  const supersededAt = new Map<string, number>()
  for (const pass of passes) {
    raise(highestPass, runKey(pass), attemptOf(pass))
    for (const id of pass.supersedes) raise(supersededAt, answerKey(id, pass), pass.sequence)
  }
  const isOutranked = ({ evidence }: WeighedEvidence) => (highestPass.get(runKey(evidence)) ?? 0) > attemptOf(evidence)
  const isSuperseded = ({ evidence }: WeighedEvidence) => (supersededAt.get(answerKey(evidence.id, evidence)) ?? -1) > evidence.sequence
  const isAnswered = (each: WeighedEvidence) => isOutranked(each) || isSuperseded(each)
  return {
    standing: weighed.filter((each) => each.says === 'passed' || !isAnswered(each)),
    answered: weighed.filter((each) => each.says === 'failed' && isAnswered(each)).map(({ evidence }) => evidence),
  }
}

/** One run of a pipeline, else an announced run, else the evidence alone. A run is one producer's. */
function runKey({ id, ci, runId, producer }: Evidence): string {
  if (ci !== null) return JSON.stringify(['ci', ci.provider, ci.id, producer.identity])
  return runId === null ? id : JSON.stringify(['run', runId, producer.identity])
}

function answerKey(id: string, { producer }: Evidence): string {
  return `${id} ${producer.identity}`
}

function attemptOf({ ci }: Evidence): number {
  return ci?.attempt ?? 1
}

function raise(map: Map<string, number>, key: string, value: number): void {
  map.set(key, Math.max(map.get(key) ?? value, value))
}
