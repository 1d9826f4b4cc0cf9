import type { CandidateFacts } from '#lib/model/candidate-facts.ts'
import { contentIdOf } from '#lib/model/content.ts'
import { DEBT_KINDS, type DebtKind, type DebtLine } from '#lib/model/debt.ts'
import type { OperatingModel } from '#lib/model/operating-model.ts'
import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import type { RegisterLine, RegisterView } from '#lib/model/register-line.ts'
import type { SkipWithProof } from '#lib/model/skip.ts'
import { judgeSkip } from '#lib/rules/evidence/judge-skip.ts'
import { gatesOfLines, type JudgedLine, judgeLine, profileOfLine } from '#lib/rules/profiles/judge-line.ts'
import { goneGate } from '#lib/rules/release/gone-gate.ts'
import { indexModel } from '#lib/rules/release/indexed-model.ts'
import type { Session } from '#lib/store/database.ts'
import { type DebtFilter, pageOfDebt } from '#lib/store/debt.ts'
import { historyHead } from '#lib/store/history-head.ts'
import type { Cursor } from '#lib/store/page.ts'
import { askOfOneMoment } from '#lib/store/session.ts'
import { pageOfSkips } from '#lib/store/skips.ts'
import { type CurrentModel, loadCurrentModel } from './current-model.ts'
import type { List, ListAsked } from './list-page.ts'
import { loadCandidates } from './load-candidate.ts'
import { readCursor, writeCursor } from './page-cursor.ts'
import { sweepPastDue } from './sweep-past-due.ts'

export interface RegisterAsked extends ListAsked {
  readonly view: RegisterView
  /** Debt of one kind; null for all, and for declared skips. */
  readonly kind: DebtKind | null
  /** `global` for the gates of no domain; null for all. */
  readonly domain: string | null
}

export interface Register extends List<RegisterLine> {
  /** By the database's clock. */
  readonly computedAt: string
  /** How much of the history was looked at. */
  readonly sequence: number
}

/**
 * A page of the register of what was left out, each line judged at this moment with its five proofs. What is owed comes with the hidden
 * first, each part newest first. As many questions for many lines as for one.
 */
export async function listRegister(asked: RegisterAsked): Promise<Register | Refusal> {
  const current = await loadCurrentModel(asked.repository)
  if (isRefusal(current)) return current
  await sweepPastDue(current)
  return askOfOneMoment(async (session) => {
    const { now, sequence } = await historyHead(session)
    const { items, next } =
      asked.view === 'declared' ? await declaredLines(session, current, asked, now) : await debtLines(session, current, asked, now)
    return { items, next, computedAt: now.toISOString(), sequence }
  })
}

interface LinePage<Line> {
  readonly lines: readonly Line[]
  readonly next: string | null
}

/** The parts that a view of the ledger is read in, one after the other. */
function partsOf({ view, kind }: RegisterAsked): readonly (readonly DebtKind[])[] {
  if (kind !== null) return [[kind]]
  return view === 'owed' ? [['hidden-skip'], DEBT_KINDS.filter((each) => each !== 'hidden-skip')] : [DEBT_KINDS]
}

async function pageOfParts(session: Session, repositoryId: bigint, asked: RegisterAsked): Promise<LinePage<DebtLine>> {
  const parts = partsOf(asked)
  const state: DebtFilter['state'] = asked.view === 'owed' ? 'open' : 'closed'
  const { part, before } = readPlace(asked.cursor)
  const lines: DebtLine[] = []
  let place: Cursor | null = before
  for (let at = part; at < parts.length; at += 1) {
    const filter = { state, kinds: parts[at] ?? null, domain: asked.domain }
    const page = await pageOfDebt(session, repositoryId, filter, { before: place, limit: asked.limit - lines.length })
    lines.push(...page.items)
    if (page.next !== null) return { lines, next: `${at}-${writeCursor(page.next)}` }
    if (lines.length === asked.limit) return { lines, next: at + 1 < parts.length ? `${at + 1}-` : null }
    place = null
  }
  return { lines, next: null }
}

/** A place in a list of parts: which part, and what of it was shown. One that was never given out shows an empty page. */
function readPlace(cursor: string | null): { readonly part: number; readonly before: Cursor | null } {
  if (cursor === null) return { part: 0, before: null }
  const [, part = '9', place = ''] = /^(\d)-([0-9a-z]*)$/.exec(cursor) ?? []
  return { part: Number(part), before: place === '' ? null : readCursor(place) }
}

async function debtLines(session: Session, current: CurrentModel, asked: RegisterAsked, now: Date): Promise<List<RegisterLine>> {
  const { model } = current.compiled
  const { lines, next } = await pageOfParts(session, current.repository.id, asked)
  const facts = await factsOfLines(
    session,
    current,
    lines.map(({ content, gate }) => ({ content, gate })),
  )
  const items = lines.map((line) => {
    const ofCandidate = facts.get(line.content)
    const profile = ofCandidate === undefined ? null : profileOfLine(line.kind, line.gate, ofCandidate)
    const { id, kind, gate, domain, content, owner, reasons, openedAt, closedAt, closedBy } = line
    return {
      ...judged(model, ofCandidate, gate, profile, now),
      id,
      state: closedAt === null ? ('owed' as const) : ('repaid' as const),
      kind,
      refusal: null,
      gate,
      domain,
      profile,
      content,
      owner,
      because: reasons,
      by: null,
      risk: null,
      at: openedAt.toISOString(),
      closedAt: closedAt?.toISOString() ?? null,
      closedBy,
    }
  })
  return { items, next }
}

async function declaredLines(session: Session, current: CurrentModel, asked: RegisterAsked, now: Date): Promise<List<RegisterLine>> {
  const { model } = current.compiled
  const page = { before: readCursor(asked.cursor), limit: asked.limit }
  const { items: skips, next } = await pageOfSkips(session, current.repository.id, { gates: gatesOfDomain(model, asked.domain) }, page)
  const facts = await factsOfLines(
    session,
    current,
    skips.map(({ content, gate }) => ({ content: contentIdOf(content), gate })),
  )
  return { items: skips.map((skip) => skipLine(model, skip, facts.get(contentIdOf(skip.content)), now)), next: writeCursor(next) }
}

function skipLine(model: OperatingModel, skip: SkipWithProof, facts: CandidateFacts | undefined, now: Date): RegisterLine {
  const { gates, profiles } = indexModel(model)
  const { gate, definition } = gates.get(skip.gate) ?? goneGate(skip.gate)
  const content = contentIdOf(skip.content)
  const names = facts?.names ?? { contentId: content, commits: [], trees: [], digests: [], contradictions: [] }
  const { state, refusal } = judgeSkip(skip, { gate, definition, profile: profiles.get(skip.profile) ?? null, names }, now)
  return {
    ...judged(model, facts, skip.gate, skip.profile, now),
    id: skip.id,
    state,
    kind: null,
    refusal,
    gate: skip.gate,
    domain: gate.domain,
    profile: skip.profile,
    content,
    owner: model.lanes.find(({ domainId }) => domainId === gate.domain)?.owner ?? null,
    because: [skip.reason],
    by: skip.declaredBy,
    risk: skip.risk,
    at: skip.declaredAt.toISOString(),
    closedAt: null,
    closedBy: [],
  }
}

type Judged = Pick<RegisterLine, 'title' | 'status' | 'overlays' | 'reasons' | 'proofs'>

/** The gate of a line and the five proofs, at this moment. */
function judged(model: OperatingModel, facts: CandidateFacts | undefined, gate: string, profile: string | null, now: Date): Judged {
  const title = (indexModel(model).gates.get(gate) ?? goneGate(gate)).gate.title
  const found: JudgedLine | null = facts === undefined ? null : judgeLine(model, facts, gate, profile, now)
  if (found === null) return { title, status: 'missing', overlays: [], reasons: [], proofs: [] }
  const { status, overlays, reasons } = found.gate
  return { title, status, overlays, reasons, proofs: found.proofs }
}

async function factsOfLines(
  session: Session,
  current: CurrentModel,
  lines: readonly { readonly content: string; readonly gate: string }[],
) {
  const gates = gatesOfLines(
    current.compiled.model,
    lines.map(({ gate }) => gate),
  )
  return loadCandidates(session, current.repository.id, [...new Set(lines.map(({ content }) => content))], { gates })
}

/** The gates of a domain as they are declared today; null for every gate. */
function gatesOfDomain(model: OperatingModel, domain: string | null): readonly string[] | null {
  if (domain === null) return null
  const wanted = domain === 'global' ? null : domain
  return [...indexModel(model).gates.values()].filter(({ gate }) => gate.domain === wanted).map(({ gate }) => gate.id)
}
