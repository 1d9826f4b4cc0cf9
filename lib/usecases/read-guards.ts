import type { GuardMode } from '#lib/model/extraction-packet.ts'
import type { GuardView } from '#lib/model/guard-view.ts'
import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import type { GuardRunCounts } from '#lib/model/trends.ts'
import { guardViews } from '#lib/rules/board/guard-views.ts'
import { countStates } from '#lib/rules/guards/count-by-rule.ts'
import { judgeFindings } from '#lib/rules/guards/judge-findings.ts'
import { nextGraduation } from '#lib/rules/guards/next-graduation.ts'
import { guardReports } from '#lib/store/evidence-trends.ts'
import { ask } from '#lib/store/session.ts'
import { type CandidateAsked, judgedCandidate, type OfCandidate, ofCandidate } from './judged-candidate.ts'

/** A guard with where it goes from here and where it comes from. */
export interface GuardWithRuns extends GuardView {
  /** The next stricter mode and how many findings would block in it; null when it blocks everything already. */
  readonly graduation: { readonly to: GuardMode; readonly wouldBlock: number } | null
  /** The newest runs that reported findings, of whatever candidate, oldest first, held against today's lists. */
  readonly runs: readonly GuardRunCounts[]
}

export interface GuardsAnswer extends OfCandidate {
  readonly items: readonly GuardWithRuns[]
  readonly next: null
}

/** Runs of a guard that are counted. */
const MOST_RUNS = 12

/** What the boundary guards found on a candidate, held against the baseline and the allowed debt of today. */
export async function readGuards(asked: CandidateAsked): Promise<GuardsAnswer | Refusal> {
  const loaded = await judgedCandidate(asked)
  if (isRefusal(loaded)) return loaded
  const { current, candidate, facts, now } = loaded
  const { model } = current.compiled
  const views = guardViews(model, candidate, facts, now)
  const gates = views.map(({ gate }) => gate)
  const reports = await ask((session) => guardReports(session, current.repository.id, gates, MOST_RUNS))
  const lists = { baseline: model.guardBaseline, allowedDebt: model.guardAllowedDebt }
  const items = views.map((view) => ({
    ...view,
    graduation: nextGraduation(view.mode, view.findings),
    runs: reports
      .filter(({ gate }) => gate === view.gate)
      .map(({ evidence, contentId, at, findings }) => ({
        evidence,
        contentId,
        at: at.toISOString(),
        counts: countStates(judgeFindings(findings, lists, now)),
      })),
  }))
  return { ...ofCandidate(loaded), items, next: null }
}
