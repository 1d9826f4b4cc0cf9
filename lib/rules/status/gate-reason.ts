import type { Reason } from '#lib/model/reason.ts'
import type { GateFacts } from './gate-facts.ts'

type Said = Pick<Reason, 'code' | 'text'> & Partial<Pick<Reason, 'refs' | 'next'>>

/** A reason about a gate: beside what it rests on, it names the gate, the line that declares it, and who can move it. */
export function reasonOf({ gate, actors }: Pick<GateFacts, 'gate' | 'actors'>, { code, text, refs = [], next = null }: Said): Reason {
  const declared = gate.declared === null ? [] : [`file:${gate.declared.file}:${gate.declared.line}`]
  return { code, text, refs: [...refs, `gate:${gate.id}`, ...declared], actors, next }
}
