import type { ModelSource } from '#lib/model/model-source.ts'
import type { Refusal } from '#lib/model/refusal.ts'
import type { Writer } from '#lib/model/token-scope.ts'
import { holdAudit } from '#lib/store/audit.ts'
import { keepModel, newestModel, packPart } from '#lib/store/models.ts'
import { holdRepository } from '#lib/store/repositories.ts'
import { answerOnce, type Keep, type KeptDocument, type RetryKey } from './answer-once.ts'
import { compileSent } from './current-model.ts'
import { inTurn } from './in-turn.ts'
import { recordAudit } from './record-audit.ts'
import { provenClaims } from './spoken-content.ts'

export interface ModelToStore {
  readonly repository: string
  readonly sources: readonly ModelSource[]
  /** Every tracked path; empty when the client does not say. */
  readonly tree: readonly string[]
  readonly writer: Writer
  readonly retry: RetryKey | null
}

/**
 * Compiles the files that were sent and keeps them as the repository's current model, however many faults they have: a faulty map routes
 * to broad gates, the model before it would not. The same model of the same tree again is not kept twice.
 * Answers `{ repository, modelDigest, diagnostics, createdAt }` as JSON.
 */
export async function storeModel(sent: ModelToStore): Promise<KeptDocument | Refusal> {
  return inTurn(() => answerOnce(sent.retry, () => decideModel(sent)))
}

async function decideModel(sent: ModelToStore): Promise<Keep | Refusal> {
  if (sent.writer.ci?.maySync === false) {
    const detail = `The CI rule ${sent.writer.name} does not let its jobs send the operating model. Whoever runs the server can give it \`sync: true\`.`
    return { refused: 'not-authorised', detail }
  }
  const { model } = compileSent(sent.repository, sent.sources, sent.tree).compiled
  if (model.repository !== sent.repository) return otherRepository(sent.repository, model.repository)
  const [sources, tree] = await Promise.all([packPart(sent.sources), packPart([...new Set(sent.tree)].sort())])
  return async (session) => {
    await holdAudit(session)
    const repository = await holdRepository(session, sent.repository)
    const newest = await newestModel(session, repository.id)
    const isCurrent = newest?.digest === model.digest && newest.treeSha256 === tree.sha256
    const toKeep = {
      repositoryId: repository.id,
      digest: model.digest,
      sources: sources.packed,
      tree: tree.packed,
      treeSha256: tree.sha256,
      sentBy: sent.writer.identity,
    }
    const { digest, diagnostics } = model
    const record = { action: 'model.stored' as const, actor: sent.writer.identity, repository: repository.name, subject: digest }
    if (!isCurrent) await recordAudit(session, { ...record, details: { ...provenClaims(sent.writer), treeSha256: tree.sha256 } })
    const { createdAt } = isCurrent ? newest : await keepModel(session, toKeep)
    const document = JSON.stringify({ repository: repository.name, modelDigest: digest, diagnostics, createdAt: createdAt.toISOString() })
    return { document, replayed: isCurrent }
  }
}

function otherRepository(sent: string, named: string): Refusal {
  const message = `lanekeeper.yaml names the repository ${named}`
  return { refused: 'repository-mismatch', detail: `This was sent for ${sent}, but ${message}.`, errors: [{ path: 'repository', message }] }
}
