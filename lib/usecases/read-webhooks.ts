import type { DeadLetter, WebhookState, WebhookTarget } from '#lib/model/webhook.ts'
import type { Session } from '#lib/store/database.ts'
import { ask } from '#lib/store/session.ts'
import { deadLetters, webhookStates } from '#lib/store/webhooks.ts'
import { currentTargets } from './deliver-webhooks.ts'

/** So many of the events that a target did not take are told one by one. */
const MOST_LETTERS = 20

/** The targets of this server and how they do. Of an address only the origin is told: the rest may be a secret. */
export async function readWebhooks() {
  const targets = currentTargets()
  const ids = targets.map(({ id }) => id)
  return ask(async (session) => {
    const states = await webhookStates(session, ids)
    const items = []
    for (const target of targets) items.push(await targetDocument(session, target, states.get(target.id) ?? null))
    return { items, next: null }
  })
}

async function targetDocument(session: Session, { id, url, events }: WebhookTarget, state: WebhookState | null) {
  const { count, newest } = await deadLetters(session, id, MOST_LETTERS)
  return {
    id,
    origin: new URL(url).origin,
    events,
    delivered: state?.deliveredCount ?? 0,
    lastDelivery: lastDelivery(state),
    lastFailure: lastFailure(state),
    failing: failing(state),
    deadLetters: { count, newest: newest.map(letterDocument) },
  }
}

function lastDelivery(state: WebhookState | null) {
  const at = state?.lastDeliveryAt ?? null
  return at === null ? null : { event: String(state?.lastDelivered ?? ''), at: at.toISOString() }
}

function lastFailure(state: WebhookState | null) {
  const at = state?.lastFailureAt ?? null
  return at === null ? null : { reason: state?.lastFailure ?? '', at: at.toISOString() }
}

/** The event that keeps all later ones waiting; null when none does. */
function failing(state: WebhookState | null) {
  if (state === null || state.failingSince === null || state.nextAttemptAt === null) return null
  const { cursor, attempts, failingSince, nextAttemptAt } = state
  return { event: String(cursor + 1), attempts, since: failingSince.toISOString(), nextAttemptAt: nextAttemptAt.toISOString() }
}

function letterDocument({ sequence, action, attempts, reason, givenUpAt }: DeadLetter) {
  return { event: String(sequence), action, attempts, reason, givenUpAt: givenUpAt.toISOString() }
}
