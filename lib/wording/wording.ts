/** What a person is told about one value of a closed list: its name, what it means, and what follows or can be done. */
export interface Wording {
  /** A short name, in sentence case. */
  readonly label: string
  /** One sentence. */
  readonly meaning: string
  /** One sentence: what follows from it, or what to do. */
  readonly next: string
}
