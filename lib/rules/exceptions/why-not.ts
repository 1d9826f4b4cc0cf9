/** Why something cannot be done: never by this person, or not as the exception stands. The sentence is shown beside the button too. */
export interface WhyNot {
  readonly kind: 'person' | 'state'
  readonly why: string
}

/** For what this person may not do, whatever the state. */
export function notYours(why: string): WhyNot {
  return { kind: 'person', why }
}

/** For what the state does not let anybody do now. */
export function notNow(why: string): WhyNot {
  return { kind: 'state', why }
}
