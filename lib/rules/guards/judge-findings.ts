import type { GuardAllowedDebt, GuardBaselineEntry, JudgedFinding, ReportedFinding } from '#lib/model/guard.ts'
import { isPastDay } from './is-past-day.ts'

/** The two lists that findings are held against. */
export interface GuardLists {
  readonly baseline: readonly GuardBaselineEntry[]
  readonly allowedDebt: readonly GuardAllowedDebt[]
}

/**
 * "Guard-fingerprint-baseline.tsv and guard-allowed-debt.tsv: new-versus-legacy guard enforcement". A finding is its fingerprint: in the
 * baseline it is legacy, in the allowed debt and not past its day allowed, past it expired, else new. One line covers one finding, so a
 * second place with the same fingerprint is new. A baseline line of a reporting guard that no longer occurs is resolved, at the end; `ran`
 * names guards that ran beside those of the findings, since a clean guard reports none.
 */
export function judgeFindings(
  reported: readonly ReportedFinding[],
  lists: GuardLists,
  now: Date,
  ran: readonly string[] = [],
): JudgedFinding[] {
  const baseline = byFingerprint(lists.baseline)
  const allowed = byFingerprint(lists.allowedDebt)
  const covered = chooseCovered(reported, baseline)
  const judged = reported.map((finding) => {
    const { fingerprint } = finding
    return isSame(covered.get(fingerprint), finding)
      ? judge(finding, baseline.get(fingerprint), allowed.get(fingerprint), now)
      : asNew(finding)
  })
  const guards = new Set([...reported.map(({ guard }) => guard), ...ran])
  const resolved = lists.baseline.filter(({ fingerprint, guard }) => guards.has(guard) && !covered.has(fingerprint))
  return [...judged, ...resolved.map(resolve)]
}

const indexed = new WeakMap<readonly object[], ReadonlyMap<string, object>>()

/** Lines by their fingerprint; made once for a list, since lists never change and evidence is judged at every look. */
function byFingerprint<Line extends { readonly fingerprint: string }>(lines: readonly Line[]): ReadonlyMap<string, Line> {
  const known = indexed.get(lines)
  if (known !== undefined) return known as ReadonlyMap<string, Line>
  const fresh = new Map(lines.map((line) => [line.fingerprint, line]))
  indexed.set(lines, fresh)
  return fresh
}

/** For each fingerprint the finding that a line about it covers: the one where the baseline has it, else the first (it has moved). */
function chooseCovered(
  reported: readonly ReportedFinding[],
  baseline: ReadonlyMap<string, GuardBaselineEntry>,
): ReadonlyMap<string, ReportedFinding> {
  const covered = new Map<string, ReportedFinding>()
  for (const finding of reported) {
    const known = baseline.get(finding.fingerprint)
    const isInPlace = known !== undefined && known.rule === finding.rule && known.path === finding.path
    const earlier = covered.get(finding.fingerprint)
    const earlierIsInPlace = earlier !== undefined && known?.rule === earlier.rule && known.path === earlier.path
    if (earlier === undefined || (isInPlace && !earlierIsInPlace)) covered.set(finding.fingerprint, finding)
  }
  return covered
}

function judge(
  finding: ReportedFinding,
  known: GuardBaselineEntry | undefined,
  allowed: GuardAllowedDebt | undefined,
  now: Date,
): JudgedFinding {
  if (known !== undefined) return { ...finding, state: 'legacy', declared: placeOf(known), expires: null, owner: null }
  if (allowed === undefined) return asNew(finding)
  const state = isPastDay(allowed.expires, now) ? 'expired-debt' : 'allowed-debt'
  return { ...finding, state, declared: placeOf(allowed), expires: allowed.expires, owner: allowed.owner }
}

function asNew(finding: ReportedFinding): JudgedFinding {
  return { ...finding, state: 'new', declared: null, expires: null, owner: null }
}

function isSame(a: ReportedFinding | undefined, b: ReportedFinding): boolean {
  return a?.guard === b.guard && a.rule === b.rule && a.path === b.path
}

function resolve({ fingerprint, guard, rule, path, file, line }: GuardBaselineEntry): JudgedFinding {
  return { fingerprint, guard, rule, path, state: 'resolved', declared: { file, line }, expires: null, owner: null }
}

function placeOf({ file, line }: { readonly file: string; readonly line: number }) {
  return { file, line }
}
