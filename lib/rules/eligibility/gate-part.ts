import type { Evidence } from '#lib/model/evidence.ts'
import type { JudgedGate } from '#lib/model/judgement.ts'
import type { Reason } from '#lib/model/reason.ts'
import type { Status } from '#lib/model/status.ts'
import { isPastAge } from '../evidence/is-past-age.ts'
import { runNext } from '../evidence/next-step.ts'
import { declaredPart } from './declared-part.ts'
import type { ItemFacts, ItemPart, ShownGate } from './item-facts.ts'

export const DAY_SECONDS = 24 * 60 * 60

/** Why a gate that passed does not do. */
export interface Unmet extends Pick<Reason, 'code' | 'text' | 'next'> {
  readonly status: Status
}

interface Demand {
  /** How long its pass holds, in seconds, when the gate does not say. Null: as long as the content is this one. */
  readonly ageSeconds: number | null
  /** A further demand on the pass: null, or why no pass meets it. */
  readonly whyNot?: (passes: readonly Evidence[], shown: ShownGate) => Unmet | null
}

/**
 * A gate that must have passed on this very content, within its age. Nothing else satisfies: no skip, no exception, and not that a change
 * was not routed to it. `what` says what the gate shows.
 */
export function gatePart(facts: ItemFacts, what: string, id: string | null, { ageSeconds, whyNot }: Demand): ItemPart {
  const shown = id === null ? null : facts.gateOf(id)
  if (shown === null) {
    const found = id === null ? 'none is named' : `${id} is not declared`
    const text = `A gate was expected that shows ${what}, and ${found}.`
    return declaredPart(facts, 'missing', { code: 'gate.unnamed', text, todo: `Name the gate that shows ${what}` })
  }
  const { gate, judged, passes } = shown
  const part = partOf(judged)
  const limit = gate.maxAgeSeconds ?? ageSeconds
  if (part.status !== 'passed' || (limit === null && whyNot === undefined && passes.length > 0)) return part
  const current = passes.filter(({ receivedAt }) => !isPastAge(receivedAt, limit, facts.now))
  if (current.length === 0) return { ...part, status: 'stale', reasons: [tooOld(shown, what, limit)] }
  const refused = whyNot?.(current, shown) ?? null
  if (refused === null) return part
  const { status, ...said } = refused
  return { ...part, status, reasons: [{ ...said, ...restsOn(shown, current.at(-1)) }] }
}

/** Made once of a judgement: a board looks at thousands. */
const parts = new WeakMap<JudgedGate, ItemPart>()

/** The gate as a part, if its status is all there is to ask. */
function partOf(judged: JudgedGate): ItemPart {
  const { overlays, evidence, reasons } = judged
  const part = parts.get(judged) ?? { status: judged.status === 'not-applicable' ? 'missing' : judged.status, reasons, overlays, evidence }
  parts.set(judged, part)
  return part
}

function tooOld(shown: ShownGate, what: string, limit: number | null): Reason {
  const { gate, passes } = shown
  const latest = passes.at(-1)
  const found = latest === undefined ? 'none that counts is there' : `the latest is of ${latest.receivedAt.toISOString()}`
  const text = `A pass of ${gate.id}, which shows ${what}, was expected within ${days(limit ?? 0)}, and ${found}.`
  return { code: 'evidence.expired', text, ...restsOn(shown, latest), next: runNext(gate) }
}

function days(seconds: number): string {
  const count = Math.round((seconds / DAY_SECONDS) * 10) / 10
  return count === 1 ? '1 day' : `${count} days`
}

function restsOn({ gate, judged }: ShownGate, pass: Evidence | undefined): Pick<Reason, 'refs' | 'actors'> {
  const evidence = pass === undefined ? [] : [`evidence:${pass.id}`]
  const declared = gate.declared === null ? [] : [`file:${gate.declared.file}:${gate.declared.line}`]
  return { refs: [...evidence, `gate:${gate.id}`, ...declared], actors: judged.reasons[0]?.actors ?? [] }
}
