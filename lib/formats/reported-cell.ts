import { findUnprintable } from '#lib/model/visible-text.ts'

/** How long the parts of a finding may be, in characters. */
const LONGEST = { fingerprint: 300, guard: 200, rule: 300, path: 4096 } as const

/** Why a part of a finding cannot be taken, or null. What cannot be seen could make one finding pass for another. */
export function whyNotCell(part: keyof typeof LONGEST, value: string): string | null {
  if (value === '') return `The ${part} is empty.`
  if (value.length > LONGEST[part]) return `The ${part} has ${value.length} characters; ${LONGEST[part]} is the most.`
  return findUnprintable(value) < 0 ? null : `The ${part} holds a character that cannot be seen.`
}
