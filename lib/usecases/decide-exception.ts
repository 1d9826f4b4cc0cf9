import type { ExceptionDecisionKind } from '#lib/model/exception.ts'
import { personIdentity } from '#lib/model/person.ts'
import type { Refusal } from '#lib/model/refusal.ts'
import { decideException, endException } from '#lib/rules/exceptions/change-exception.ts'
import { whyNotDecide } from '#lib/rules/exceptions/why-not-decide.ts'
import { whyNotRevoke, whyNotWithdraw } from '#lib/rules/exceptions/why-not-withdraw.ts'
import { keepDecision, keepState } from '#lib/store/exceptions.ts'
import type { KeptDocument } from './answer-once.ts'
import { type ChangeAsked, changeException, refuseWhyNot } from './change-exception.ts'

export interface DecisionToMake extends ChangeAsked {
  readonly decision: ExceptionDecisionKind
  readonly reason: string
  /** The `hash` of what the person was shown; null when they do not say. */
  readonly hash: string | null
}

/** Approves or rejects an exception, in the name of a person. The last approval that is needed puts it in force; a reject ends it. */
export async function makeDecision(asked: DecisionToMake): Promise<KeptDocument | Refusal> {
  return changeException(asked, async ({ session, exceptionCase, person, now }) => {
    const { decision, reason, hash } = asked
    const why = whyNotDecide(exceptionCase, person, decision, now, hash)
    if (why !== null) return refuseWhyNot(why)
    const decided = decideException(exceptionCase, person, { decision, reason }, now)
    const made = decided.decisions.at(-1)
    const details = { bound: made?.bound ?? null, decision, reason, roles: [...(made?.roles ?? [])], state: decided.state }
    return {
      action: 'exception.decided',
      details,
      keep: async (at) => {
        const kept = decideException(exceptionCase, person, { decision, reason }, at)
        await keepDecision(session, kept)
        return kept
      },
    }
  })
}

export interface EndingAsked extends ChangeAsked {
  readonly reason: string | null
}

/** Withdraws a request, in the name of who asked. */
export async function withdrawException(asked: EndingAsked): Promise<KeptDocument | Refusal> {
  return changeException(asked, async ({ session, exceptionCase: { exception }, person, now }) => {
    const why = whyNotWithdraw(exception, person, now)
    if (why !== null) return refuseWhyNot(why)
    return {
      action: 'exception.withdrawn',
      details: { reason: asked.reason },
      keep: async (at) => {
        const ended = endException(exception, 'withdrawn', { at, by: personIdentity(person), reason: asked.reason })
        await keepState(session, ended)
        return ended
      },
    }
  })
}

/** Ends an approved exception before its time. Every verdict that leaned on it is another at once. */
export async function revokeException(asked: EndingAsked): Promise<KeptDocument | Refusal> {
  return changeException(asked, async ({ session, exceptionCase: { exception }, person, now }) => {
    const why = whyNotRevoke(exception, person, now)
    if (why !== null) return refuseWhyNot(why)
    return {
      action: 'exception.revoked',
      details: { reason: asked.reason },
      keep: async (at) => {
        const ended = endException(exception, 'revoked', { at, by: personIdentity(person), reason: asked.reason })
        await keepState(session, ended)
        return ended
      },
    }
  })
}
