import { CommandFault } from '#cli/command-fault.ts'
import { ELIGIBILITY_VERDICTS, type EligibilityVerdict } from '#lib/model/eligibility.ts'
import type { Reason } from '#lib/model/reason.ts'
import { OVERLAYS, type Overlay, STATUSES, type Status } from '#lib/model/status.ts'

/** A part of a server's answer. */
export type Part = Readonly<Record<string, unknown>>

/** Any value as something that has parts. */
export function partOf(value: unknown): Part {
  return Object(value) as Part
}

/** The parts of a list; empty for anything else. */
export function partsOf(value: unknown): Part[] {
  return Array.isArray(value) ? value.map(partOf) : []
}

export function textOfPart(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** One of a closed list. What this version does not know is a fault: guessed, it could come out as better than it is. */
export function oneOf<T extends string>(list: readonly T[], value: unknown, what: string): T {
  const known = list.find((each) => each === value)
  if (known !== undefined) return known
  throw new CommandFault(
    'server-answer-unclear',
    `The server answers the ${what} ${JSON.stringify(value) ?? 'nothing'}, which this version does not know.`,
    'Use a command line of the same version as the server.',
  )
}

export function statusOf(part: Part): Status {
  return oneOf(STATUSES, part.status, 'status')
}

export function verdictOf(part: Part): EligibilityVerdict {
  return oneOf(ELIGIBILITY_VERDICTS, part.verdict, 'verdict')
}

export function overlaysOf(part: Part): Overlay[] {
  return Array.isArray(part.overlays) ? part.overlays.map((each) => oneOf(OVERLAYS, each, 'overlay')) : []
}

/** The reasons of a status; what is not said in one is empty. */
export function reasonsOf(part: Part): Reason[] {
  return partsOf(part.reasons).map((reason) => {
    const next = partOf(reason.next)
    const texts = (value: unknown) => (Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [])
    return {
      code: textOfPart(reason.code),
      text: textOfPart(reason.text),
      refs: texts(reason.refs),
      actors: texts(reason.actors),
      next: typeof next.label === 'string' ? { label: next.label, command: typeof next.command === 'string' ? next.command : null } : null,
    }
  })
}
