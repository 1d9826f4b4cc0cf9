import type { Evidence } from '#lib/model/evidence.ts'
import { isUnavailable } from '#lib/model/unavailable.ts'
import type { Session } from '#lib/store/database.ts'
import { type EvidenceKept, type EvidenceRecord, keepEvidence, keepEvidenceAtOnce } from '#lib/store/keep-evidence.ts'
import { inOneStatement, inTransaction } from '#lib/store/session.ts'
import { KeyTaken } from './answer-once.ts'
import type { CurrentModel } from './current-model.ts'
import { mayOwe, reconcileEvidence } from './reconcile-debt.ts'

/** Evidence of one request, complete but for what only the database can give, and the model it is judged by. */
export interface EvidenceOfRequest {
  readonly current: CurrentModel
  readonly record: EvidenceRecord
}

/**
 * Keeps the evidence of a request, all or none, and answers it in the order it was given. Requests that come while others are being kept are
 * kept together, by one statement, in the order in which they came: the audit chain is held and the disk is waited for once. Throws
 * `KeyTaken` when the request has an answer already.
 */
export async function keepInGroups(asked: EvidenceOfRequest): Promise<readonly Evidence[]> {
  return new Promise((resolve, reject) => {
    waiting.push({ ...asked, resolve, reject })
    if (!isKeeping) void keepAll()
  })
}

/** More evidence than this is not kept at once, unless it is of one request. */
const MOST_TOGETHER = 200

interface Waiting extends EvidenceOfRequest {
  resolve(evidence: readonly Evidence[]): void
  reject(error: unknown): void
}

const waiting: Waiting[] = []
let isKeeping = false

async function keepAll(): Promise<void> {
  isKeeping = true
  while (waiting.length > 0) await keepGroup(waiting.splice(0, sizeOfGroup(waiting)))
  isKeeping = false
}

/** How many of those that wait are kept together: what owes anything is kept alone, and a key comes once. */
function sizeOfGroup([first, ...others]: readonly Waiting[]): number {
  if (first === undefined || first.record.evidence.some(mayOwe)) return 1
  const keys = new Set([keyOf(first)])
  let rows = first.record.evidence.length
  const end = others.findIndex(({ record }) => {
    const key = keyOf({ record })
    rows += record.evidence.length
    const isApart = rows > MOST_TOGETHER || record.evidence.some(mayOwe) || (key !== null && keys.has(key))
    keys.add(key)
    return isApart
  })
  return 1 + (end === -1 ? others.length : end)
}

function keyOf({ record: { answer } }: Pick<Waiting, 'record'>): string | null {
  return answer === null ? null : `${answer.identity} ${answer.key}`
}

async function keepGroup(group: readonly Waiting[]): Promise<void> {
  try {
    const records = group.map(({ record }) => record)
    const kept = records[0]?.evidence.some(mayOwe) ? null : await inOneStatement((session) => keepEvidenceAtOnce(session, records))
    if (kept === null) for (const each of group) await keepAlone(each)
    else answerLater(group, kept)
  } catch (error) {
    // A database that is away is so for all, also for those whose turn has not come: they had better come back than wait one by one.
    if (isUnavailable(error)) for (const { reject } of [...group, ...waiting.splice(0)]) reject(error)
    // Otherwise nothing was kept, and whichever of them is at fault, the others are not.
    else if (group.length > 1) for (const each of group) await keepGroup([each])
    else for (const { reject } of group) reject(error)
  }
}

/** The next group is on its way to the database before these are answered. */
function answerLater(group: readonly Waiting[], kept: readonly EvidenceKept[]): void {
  setImmediate(() => {
    for (const [at, { record, resolve, reject }] of group.entries()) {
      const each = kept[at]
      if (each === undefined) reject(new Error('evidence was kept and not given back'))
      else resolve(evidenceKept(record, each))
    }
  })
}

async function keepAlone({ current, record, resolve, reject }: Waiting): Promise<void> {
  try {
    const kept = await inTransaction((session) => keepAndReconcile(session, { current, record }))
    resolve(evidenceKept(record, kept))
  } catch (error) {
    reject(error)
  }
}

async function keepAndReconcile(session: Session, { current, record }: EvidenceOfRequest): Promise<EvidenceKept> {
  const kept = await keepEvidence(session, record)
  if (!kept.isFirst) throw new KeyTaken('the key of this request has an answer already')
  if (kept.hasOpenDebt || record.evidence.some(mayOwe)) await reconcileEvidence(session, current, record.evidence, kept.at)
  return kept
}

function evidenceKept({ evidence }: EvidenceRecord, kept: EvidenceKept): readonly Evidence[] {
  return evidence.map((each, at) => ({ ...each, sequence: kept.sequences[at] ?? 0, receivedAt: kept.at, revoked: null }))
}
