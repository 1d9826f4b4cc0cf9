import { randomUUID } from 'node:crypto'
import type { AuditEntry } from '#lib/model/audit.ts'
import { isUnavailable } from '#lib/model/unavailable.ts'
import type { WebhookState, WebhookTarget } from '#lib/model/webhook.ts'
import { postEvent } from '#lib/outside/post-event.ts'
import { actionOf, cloudEvent, isAskedFor } from '#lib/rules/webhooks/cloud-event.ts'
import { nextAttempt } from '#lib/rules/webhooks/next-attempt.ts'
import { webhookSignature } from '#lib/rules/webhooks/signature.ts'
import { auditEntriesAfter } from '#lib/store/audit.ts'
import { databaseMoment } from '#lib/store/sequence.ts'
import { ask, inTransaction } from '#lib/store/session.ts'
import { dueTargets, enlistTargets, leaseTarget, releaseTarget, type Settlement, settle } from '#lib/store/webhooks.ts'

/** A target with what its events are signed with. */
export interface KeyedTarget extends WebhookTarget {
  readonly keys: readonly Uint8Array[]
}

export interface Webhooks {
  readonly targets: readonly KeyedTarget[]
  /** The address of this server: the source of its events. */
  readonly source: string
  /** Tells this server from others that deliver to the same targets. */
  readonly server: string
}

/** How often it is asked whether there is anything to deliver. */
const LOOK_EVERY_MS = 1_000
/** So many entries are looked through at a time. */
const MOST_ENTRIES = 200

declare global {
  /** One deliverer per process, also when a bundler loads this file more than once. */
  var lanekeeperWebhooks: { readonly webhooks: Webhooks; timer: NodeJS.Timeout | null; stopped: boolean } | undefined
}

/** Delivers what is recorded to the targets from now on, until `stopWebhooks`. `log` hears of what is ours to mend. */
export function startWebhooks(targets: readonly KeyedTarget[], source: string, log: (error: unknown) => void): void {
  const state = { webhooks: { targets, source, server: randomUUID() }, timer: null as NodeJS.Timeout | null, stopped: false }
  globalThis.lanekeeperWebhooks = state
  if (targets.length === 0) return
  const look = async () => {
    await deliverDue(state.webhooks).catch((error: unknown) => {
      // A database that is away is nothing to mend here; nothing is lost, the cursors are in it.
      if (!isUnavailable(error)) log(error)
    })
    if (!state.stopped) plan()
  }
  const plan = () => {
    state.timer = setTimeout(() => void look(), LOOK_EVERY_MS)
    state.timer.unref()
  }
  plan()
}

/** Begins no further delivery. */
export function stopWebhooks(): void {
  const state = globalThis.lanekeeperWebhooks
  if (state === undefined) return
  state.stopped = true
  if (state.timer !== null) clearTimeout(state.timer)
}

/** The targets of this process. */
export function currentTargets(): readonly WebhookTarget[] {
  return globalThis.lanekeeperWebhooks?.webhooks.targets ?? []
}

/**
 * Delivers to every target whose turn it is, each in the order of the audit chain and by one server at a time. Every event is delivered at
 * least once: after a crash the last may come again, under the same id.
 */
export async function deliverDue(webhooks: Webhooks): Promise<void> {
  const ids = webhooks.targets.map(({ id }) => id)
  await ask((session) => enlistTargets(session, ids))
  const due = await ask((session) => dueTargets(session, ids))
  await Promise.all(webhooks.targets.filter(({ id }) => due.includes(id)).map((target) => deliverTo(target, webhooks)))
}

async function deliverTo(target: KeyedTarget, webhooks: Webhooks): Promise<void> {
  const by = webhooks.server
  let state = await ask((session) => leaseTarget(session, target.id, by))
  if (state === null) return
  try {
    while (state !== null) state = await deliverSome(target, state, webhooks)
  } finally {
    await ask((session) => releaseTarget(session, target.id, by))
  }
}

/** Delivers what comes next; answers how far the target has got, or null when there is nothing more to do now. */
async function deliverSome(target: KeyedTarget, state: WebhookState, webhooks: Webhooks): Promise<WebhookState | null> {
  const entries = await ask((session) => auditEntriesAfter(session, state.cursor, MOST_ENTRIES))
  const next = entries.find((entry) => isAskedFor(target, actionOf(entry) ?? ''))
  if (next === undefined) {
    const last = entries.at(-1)
    return last === undefined ? null : settled(target, state, last.sequence, { kind: 'passed-over' }, webhooks)
  }
  const outcome = await send(target, next, webhooks)
  if (outcome.delivered) return settled(target, state, next.sequence, { kind: 'delivered' }, webhooks)
  const now = await ask(databaseMoment)
  const failingSince = state.failingSince ?? now
  const attempts = state.attempts + 1
  const nextAttemptAt = nextAttempt(attempts, failingSince, now)
  const { reason } = outcome
  if (nextAttemptAt === null) {
    const givenUp = { kind: 'given-up', reason, action: actionOf(next) ?? '', attempts } as const
    return settled(target, state, next.sequence, givenUp, webhooks)
  }
  await settled(target, state, next.sequence - 1, { kind: 'failed', reason, failingSince, nextAttemptAt }, webhooks)
  return null
}

async function settled(
  { id }: KeyedTarget,
  state: WebhookState,
  cursor: number,
  settlement: Settlement,
  { server }: Webhooks,
): Promise<WebhookState | null> {
  const isOurs = await inTransaction((session) => settle(session, { id, by: server, from: state.cursor, cursor }, settlement))
  if (!isOurs) return null
  return settlement.kind === 'passed-over' ? { ...state, cursor } : { ...state, cursor, attempts: 0, failingSince: null }
}

async function send(target: KeyedTarget, entry: AuditEntry, { source }: Webhooks) {
  const body = cloudEvent(entry, source)
  const id = String(entry.sequence)
  // Of this try: a receiver refuses what is old.
  const timestamp = Math.floor(Date.now() / 1000)
  return postEvent({
    url: target.url,
    allowPrivate: target.allowPrivate,
    body,
    headers: {
      'content-type': 'application/cloudevents+json; charset=UTF-8',
      'user-agent': 'lanekeeper',
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': webhookSignature({ id, timestamp, body }, target.keys),
    },
  })
}
