import type { GrantedException } from '#lib/model/exception.ts'
import type { Reason } from '#lib/model/reason.ts'
import { reasonOf } from '../status/gate-reason.ts'
import type { GateLook } from '../status/look-at-gate.ts'
import { hasCome } from '../status/watched-moment.ts'
import { evidenceOfGate, hasFailed } from './evidence-of-gate.ts'

/** An approved exception for a gate, and whether it counts at this moment. */
export interface JudgedException {
  readonly exception: GrantedException
  readonly inForce: boolean
  readonly isPast: boolean
  /** That it is in force, or why it no longer is. */
  readonly reason: Reason
}

/**
 * Judges the approved exceptions of a gate (docs/operating-model.md, "Local exceptions require architecture/security/governance approval"). One is
 * in force until its end, while nothing is known that its approvers did not know. It never changes what the gate's status is.
 */
export function judgeExceptions(look: GateLook, exceptions: readonly GrantedException[], now: Date): readonly JudgedException[] {
  return exceptions.map((exception) => {
    const isPast = hasCome(exception.expiresAt.getTime(), now)
    const why = isPast ? whenItEnded(exception) : whyNotInForce(look, exception)
    const said = why ?? {
      code: 'exception.in-force',
      text: `An exception that was approved lets ${look.facts.gate.id} stay as it is until ${exception.expiresAt.toISOString()}. It has not passed: the status is what it would be without the exception.`,
    }
    const next = why === null ? { label: 'Repay it with a pass before the exception ends', command: null } : AGAIN
    return {
      exception,
      inForce: why === null,
      isPast,
      reason: reasonOf(look.facts, { ...said, refs: [`exception:${exception.id}`], next }),
    }
  })
}

const AGAIN = { label: 'Put it right, or ask for an exception that knows all of this', command: null }

type Said = Pick<Reason, 'code' | 'text'>

function whenItEnded({ expiresAt }: GrantedException): Said {
  return {
    code: 'exception.expired',
    text: `An exception for it ended at ${expiresAt.toISOString()}: it counts no more, and what it excepted is release debt.`,
  }
}

function whyNotInForce(look: GateLook, exception: GrantedException): Said | null {
  const { gate, names } = look.facts
  if (names.contradictions.length > 0) {
    return {
      code: 'exception.content-contradictory',
      text: `An exception for ${gate.id} does not count: the names of this content contradict each other.`,
    }
  }
  if (gate.layer === 'contract-global' && hasFailed(look)) {
    return {
      code: 'exception.global-failed',
      text: `An exception for ${gate.id} does not count: it failed, and a global contract gate that failed cannot be excepted.`,
    }
  }
  const now = evidenceOfGate(look)
  const seen = exception.approval.seen[gate.id] ?? { against: [], passes: [] }
  const unseen = now.against.find((id) => !seen.against.includes(id))
  if (unseen !== undefined) {
    return {
      code: 'exception.evidence-changed',
      text: `An exception for ${gate.id} was approved without knowing ${unseen.replace(':', ' ')}, which speaks against it: it no longer counts.`,
    }
  }
  const gone = seen.passes.find((id) => !now.passes.includes(id))
  if (gone === undefined) return null
  return {
    code: 'exception.evidence-changed',
    text: `An exception for ${gate.id} was approved knowing the pass of ${gone.replace(':', ' ')}, which counts no more: nor does the exception.`,
  }
}
