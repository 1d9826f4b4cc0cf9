import type { ResidualRisk } from '#lib/model/skip.ts'
import { LONGEST_DAYS } from '#lib/rules/exceptions/why-not-request.ts'

/** The risks that an exception can be asked for with. */
export const ASKED_RISKS = ['low', 'medium', 'high'] as const satisfies readonly ResidualRisk[]

export type AskedRisk = (typeof ASKED_RISKS)[number]

/** What stands in the form. */
export interface ExceptionDraft {
  readonly gates: readonly string[]
  readonly risk: AskedRisk
  readonly reason: string
  readonly control: string
  /** For how many days from the moment it is asked for. */
  readonly days: number
}

const OFFERED_DAYS = [1, 3, 7, 14, 30, 90] as const

const DAY_MS = 24 * 60 * 60 * 1000

/** For how long it may be asked, by its risk. */
export function offeredDays(risk: AskedRisk): readonly number[] {
  return OFFERED_DAYS.filter((days) => days <= LONGEST_DAYS[risk])
}

/** The draft with another risk: what is too long for it becomes the longest that it allows. */
export function withRisk(draft: ExceptionDraft, risk: AskedRisk): ExceptionDraft {
  return { ...draft, risk, days: Math.min(draft.days, LONGEST_DAYS[risk]) }
}

/** What is missing before it can be sent, by field. */
export function draftFaults({ gates, risk, reason, control }: ExceptionDraft): Partial<Record<'gates' | 'reason' | 'control', string>> {
  return {
    ...(gates.length === 0 ? { gates: 'Choose at least one gate.' } : {}),
    ...(reason.trim() === '' ? { reason: 'Say why it must go without.' } : {}),
    ...(risk !== 'low' && control.trim() === ''
      ? { control: `A ${risk} risk needs a control: say what is done instead of the gate.` }
      : {}),
  }
}

/** What stands in the form for a new request. */
export function newDraft(gates: readonly string[]): ExceptionDraft {
  return { gates, risk: 'low', reason: '', control: '', days: 7 }
}

/** What stands in the form for a request that is worded anew: its own words, and as many days as it had left, or a little more. */
export function draftOf(
  request: { readonly gates: readonly string[]; readonly reason: string; readonly control: string | null } & {
    readonly risk: ResidualRisk
    readonly expiresAt: string
  },
  now: number,
): ExceptionDraft {
  const risk = ASKED_RISKS.find((each) => each === request.risk) ?? 'high'
  const left = (Date.parse(request.expiresAt) - now) / DAY_MS
  const offered = offeredDays(risk)
  const days = offered.find((each) => each >= left) ?? offered.at(-1) ?? 1
  return { gates: request.gates, risk, reason: request.reason, control: request.control ?? '', days }
}

/** The words of a request as the API takes them. A minute is left out, so that the longest stays within its limit on the server's clock. */
export function requestBody(draft: ExceptionDraft, now: number): object {
  const { gates, risk, reason, control, days } = draft
  return {
    gates,
    reason: reason.trim(),
    risk,
    control: control.trim() === '' ? null : control.trim(),
    expiresAt: new Date(now + days * DAY_MS - 60_000).toISOString(),
  }
}
