import type { AnnouncedRun } from '#lib/model/announced-run.ts'
import type { AuditAction } from '#lib/model/audit.ts'
import { contentIdOf } from '#lib/model/content.ts'
import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import type { Writer } from '#lib/model/token-scope.ts'
import { holdAudit } from '#lib/store/audit.ts'
import type { Session } from '#lib/store/database.ts'
import { closeRun, lapsedRuns, runsByIds } from '#lib/store/runs.ts'
import { databaseMoment } from '#lib/store/sequence.ts'
import { ask, historyDoubt, inTransaction } from '#lib/store/session.ts'
import { answerOnce, type Keep, type KeptDocument, type RetryKey } from './answer-once.ts'
import { type CurrentModel, loadCurrentModel } from './current-model.ts'
import { findGate, isFault } from './known-gate.ts'
import { reconcileDebt } from './reconcile-debt.ts'
import { recordAudit } from './record-audit.ts'
import { isRecordId } from './record-id.ts'
import { runDocument } from './run-document.ts'

export interface RunToClose {
  readonly repository: string | null
  readonly id: string
  readonly writer: Writer
  readonly retry: RetryKey | null
}

/**
 * Closes a run: what it announced and has not shown is a hidden skip from now on, and release debt. A run that is closed already stays as
 * it is. Answers the run as JSON.
 */
export async function endRun(asked: RunToClose): Promise<KeptDocument | Refusal> {
  return answerOnce(asked.retry, () => decideClosing(asked))
}

async function decideClosing({ repository, id, writer }: RunToClose): Promise<Keep | Refusal> {
  const current = await loadCurrentModel(repository)
  if (isRefusal(current)) return current
  const [run] = isRecordId(id) ? await ask((session) => runsByIds(session, current.repository.id, [id])) : []
  if (run === undefined) return { refused: 'run-unknown', detail: 'No run has this id.' }
  if (!mayClose(current, writer, run)) return { refused: 'not-authorised', detail: 'This token may not post for the gates of this run.' }
  return async (session) => {
    const { run: closed, isNew } = await closeOnce(session, current, id, { by: writer.identity, action: 'run.closed' })
    return { document: runDocument(closed), replayed: !isNew }
  }
}

/** So many are closed at one look; the next look closes the next. */
const MOST_LAPSED = 20

/**
 * Closes the runs of a repository whose deadline is past, so that the ledger has what they did not show. Asked before the ledger or a
 * candidate is looked at; costs one indexed look while there are none. While nothing may be recorded it closes none: what they did not show
 * is missing all the same.
 */
export async function sweepLapsedRuns(current: CurrentModel): Promise<void> {
  if (historyDoubt() !== null) return
  const lapsed = await ask(async (session) => lapsedRuns(session, current.repository.id, await databaseMoment(session), MOST_LAPSED))
  for (const { id } of lapsed) {
    await inTransaction((session) => closeOnce(session, current, id, { by: 'server', action: 'run.lapsed' }))
  }
}

async function closeOnce(
  session: Session,
  current: CurrentModel,
  id: string,
  closing: { readonly by: string; readonly action: AuditAction },
): Promise<{ readonly run: AnnouncedRun; readonly isNew: boolean }> {
  const { id: repositoryId, name: repository } = current.repository
  await holdAudit(session)
  const [run] = await runsByIds(session, repositoryId, [id])
  if (run === undefined) throw new Error('a run that was there is gone')
  if (run.closedAt !== null) return { run, isNew: false }
  const { by, action } = closing
  const { at } = await recordAudit(session, { action, actor: by, repository, subject: id, details: { gates: run.gates } })
  await closeRun(session, id, { at, by })
  await reconcileDebt(session, current, { contentId: contentIdOf(run.content), gates: run.gates }, at)
  return { run: { ...run, closedAt: at }, isNew: true }
}

/** Who announced it may close it, and whoever may post for all its gates. */
function mayClose({ compiled }: CurrentModel, writer: Writer, run: AnnouncedRun): boolean {
  if (run.announcedBy === writer.identity) return true
  return run.gates.every((gate) => !isFault(findGate(compiled.model, writer.scope, gate, 'id')))
}
