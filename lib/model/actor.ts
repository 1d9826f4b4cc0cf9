import { type Person, personIdentity } from './person.ts'
import type { Writer } from './token-scope.ts'

/** Whoever does something: a machine by its token, or a person. */
export type Actor = Writer | Person

/** True for a person. */
export function isPerson(actor: Actor): actor is Person {
  return 'grants' in actor
}

/** What an actor's doings are kept under: `token:<id>` or `person:<id>`. */
export function identityOf(actor: Actor): string {
  return isPerson(actor) ? personIdentity(actor) : actor.identity
}
