import { contentIdOf } from '#lib/model/content.ts'
import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import type { DebtTrends, Insights, TrendRange, Week, WholeSince } from '#lib/model/trends.ts'
import { judgeSkip } from '#lib/rules/evidence/judge-skip.ts'
import { goneGate } from '#lib/rules/release/gone-gate.ts'
import { indexModel } from '#lib/rules/release/indexed-model.ts'
import { burnDown, openDebt, skipTrend } from '#lib/rules/trends/debt-trends.ts'
import { eligibilityTrend } from '#lib/rules/trends/eligibility-trend.ts'
import { leadTimes } from '#lib/rules/trends/lead-times.ts'
import { durationOf, type SavingSkip, savings } from '#lib/rules/trends/savings.ts'
import { weeksUntil, wholeWeeks } from '#lib/rules/trends/weeks.ts'
import { firstSeenAt, pageOfCandidates } from '#lib/store/candidates.ts'
import type { Session } from '#lib/store/database.ts'
import { type CountedLines, linesToCount } from '#lib/store/debt.ts'
import { announcedPasses } from '#lib/store/evidence-trends.ts'
import { countExceptions } from '#lib/store/exception-trends.ts'
import { historyHead } from '#lib/store/history-head.ts'
import { askOfOneMoment } from '#lib/store/session.ts'
import { declaredMoments, pageOfSkips, skipsRunLater } from '#lib/store/skips.ts'
import { type CurrentModel, loadCurrentModel } from './current-model.ts'
import { loadCandidates } from './load-candidate.ts'
import { namesOfSkips, ownNames } from './names-of-skips.ts'
import { sweepPastDue } from './sweep-past-due.ts'
import { trackedDocuments } from './tracked-documents.ts'

export interface TrendsAsked {
  readonly repository: string | null
  readonly weeks: TrendRange
}

interface OfMoment {
  /** By the database's clock. */
  readonly computedAt: string
  /** How much of the history was looked at. */
  readonly sequence: number
}

/** Lines and skips beyond these are not counted, and what is shown says where the counting begins. */
const MOST_LINES = 20_000
const MOST_SKIPS = 2_000
const MOST_RESULTS = 10_000

/** Results that the candidates of the eligibility trend may come to together, and the most candidates. */
const MOST_GATES = 20_000
const MOST_CANDIDATES = 12

/** What was left out and what is owed, week by week. A run whose deadline is past is closed first, so that what it hid is counted. */
export async function readDebtTrends({ repository, weeks }: TrendsAsked): Promise<(DebtTrends & OfMoment) | Refusal> {
  const current = await loadCurrentModel(repository)
  if (isRefusal(current)) return current
  await sweepPastDue(current)
  return askOfOneMoment(async (session) => {
    const { now, sequence } = await historyHead(session)
    const { trends } = await countDebt(session, current, weeks, now)
    return { ...trends, computedAt: now.toISOString(), sequence }
  })
}

/** The figures of the six charts. However much was recorded, the questions are as many, and what they read is bounded. */
export async function readInsights({ repository, weeks: range }: TrendsAsked): Promise<(Insights & OfMoment) | Refusal> {
  const current = await loadCurrentModel(repository)
  if (isRefusal(current)) return current
  await sweepPastDue(current)
  return askOfOneMoment(async (session) => {
    const { now, sequence } = await historyHead(session)
    const { trends, weeks, counted } = await countDebt(session, current, range, now)
    return {
      ...trends,
      leadTimes: await timeLeads(session, current, weeks),
      savings: await weighSavings(session, current, weeks, counted, now),
      eligibility: await lookBack(session, current),
      exceptions: await countExceptions(session, current.repository.id, now),
      computedAt: now.toISOString(),
      sequence,
    }
  })
}

async function countDebt(session: Session, { repository }: CurrentModel, range: TrendRange, now: Date) {
  const since = await firstSeenAt(session, repository.id)
  const counted = await linesToCount(session, repository.id, MOST_LINES)
  const declared = await declaredMoments(session, repository.id, MOST_LINES)
  const declaredSince = declared.length < MOST_LINES ? null : (declared.at(-1) ?? null)
  const whole = later(counted.wholeSince, declaredSince)
  const weeks = weeksUntil(now, range, since)
  const trends: DebtTrends = {
    recordedSince: since?.toISOString() ?? null,
    open: openDebt(counted.lines),
    skips: skipTrend(wholeWeeks(weeks, whole), counted.lines, declared),
    debt: burnDown(wholeWeeks(weeks, counted.wholeSince), counted.lines),
    wholeSince: textOf(whole),
  }
  return { trends, weeks, counted }
}

async function timeLeads(session: Session, current: CurrentModel, weeks: readonly Week[]): Promise<Insights['leadTimes']> {
  const { gates } = indexModel(current.compiled.model)
  const { passes, wholeSince } = await announcedPasses(session, current.repository.id, MOST_RESULTS)
  const timed = passes.map((pass) => ({ ...pass, layer: (gates.get(pass.gate) ?? goneGate(pass.gate)).gate.layer }))
  return { weeks: leadTimes(wholeWeeks(weeks, wholeSince), timed), wholeSince: textOf(wholeSince) }
}

/** Only a skip that holds and whose gate was not run after all has saved anything; of several for one gate and candidate one. */
async function weighSavings(
  session: Session,
  { repository, compiled }: CurrentModel,
  weeks: readonly Week[],
  counted: CountedLines,
  now: Date,
): Promise<Insights['savings']> {
  const { gates, profiles } = indexModel(compiled.model)
  const { items, next } = await pageOfSkips(session, repository.id, { gates: null }, { before: null, limit: MOST_SKIPS })
  const names = await namesOfSkips(session, repository.id, items)
  const ranLater = await skipsRunLater(
    session,
    items.map(({ id }) => id),
  )
  const saving = new Map<string, SavingSkip>()
  for (const skip of items) {
    const contentId = contentIdOf(skip.content)
    const { gate, definition } = gates.get(skip.gate) ?? goneGate(skip.gate)
    const facts = { gate, definition, profile: profiles.get(skip.profile) ?? null, names: names.get(contentId) ?? ownNames(skip.content) }
    if (ranLater.has(skip.id) || skip.proof?.kind !== 'evidence' || judgeSkip(skip, facts, now).state !== 'accepted') continue
    saving.set(`${contentId} ${skip.gate}`, { declaredAt: skip.declaredAt, seconds: durationOf(skip.proof.evidence) })
  }
  const oldest = next === null ? null : (items.at(-1)?.declaredAt ?? null)
  const whole = later(oldest, counted.wholeSince)
  return { weeks: savings(wholeWeeks(weeks, whole), [...saving.values()], counted.lines), wholeSince: textOf(whole) }
}

async function lookBack(session: Session, { repository, compiled, tree }: CurrentModel): Promise<Insights['eligibility']> {
  const { model } = compiled
  const gates = Math.max(1, indexModel(model).gates.size)
  const limit = Math.max(1, Math.min(MOST_CANDIDATES, Math.floor(MOST_GATES / gates)))
  const { items } = await pageOfCandidates(session, repository.id, { before: null, limit })
  const oldestFirst = items.map(({ contentId }) => contentId).toReversed()
  const facts = await loadCandidates(session, repository.id, oldestFirst)
  return eligibilityTrend(
    model,
    oldestFirst.flatMap((contentId) => facts.get(contentId) ?? []),
    trackedDocuments(tree),
  )
}

function later(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return one ?? other
  return one > other ? one : other
}

function textOf(moment: Date | null): WholeSince {
  return moment?.toISOString() ?? null
}
