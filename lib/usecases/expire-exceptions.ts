import { contentIdOf } from '#lib/model/content.ts'
import { currentVersion } from '#lib/model/exception.ts'
import { endException } from '#lib/rules/exceptions/change-exception.ts'
import { EXCEPTION_MOVES } from '#lib/rules/exceptions/effective-state.ts'
import { holdAudit } from '#lib/store/audit.ts'
import type { Session } from '#lib/store/database.ts'
import { holdException, keepState, pastExceptions } from '#lib/store/exceptions.ts'
import { databaseMoment } from '#lib/store/sequence.ts'
import { ask, inTransaction } from '#lib/store/session.ts'
import type { CurrentModel } from './current-model.ts'
import { reconcileDebt } from './reconcile-debt.ts'
import { recordAudit } from './record-audit.ts'

/** So many are ended at one look; the next look ends the next. */
const MOST_ENDED = 20

/**
 * Writes down which exceptions of a repository have ended, so that the ledger has what they excepted and nobody has repaid. They count for
 * nothing from their moment on, whether or not this was asked; it costs one indexed look while there are none.
 */
export async function sweepEndedExceptions(current: CurrentModel): Promise<void> {
  const { id } = current.repository
  const past = await ask(async (session) => pastExceptions(session, id, await databaseMoment(session), MOST_ENDED))
  for (const each of past) await inTransaction((session) => expireOnce(session, current, each))
}

async function expireOnce(session: Session, current: CurrentModel, id: string): Promise<void> {
  const { id: repositoryId, name: repository } = current.repository
  await holdAudit(session)
  const exception = await holdException(session, repositoryId, id)
  if (exception === null || !EXCEPTION_MOVES[exception.state].includes('expired')) return
  const { request } = currentVersion(exception)
  if (request.expiresAt > (await databaseMoment(session))) return
  const details = { domain: request.domain, gates: [...request.gates], state: exception.state }
  const { at } = await recordAudit(session, { action: 'exception.expired', actor: 'server', repository, subject: id, details })
  await keepState(session, endException(exception, 'expired', { at, by: 'server', reason: null }))
  if (exception.approval === null) return
  await reconcileDebt(session, current, { contentId: contentIdOf(request.content), gates: request.gates }, at)
}
