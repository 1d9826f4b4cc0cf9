import { randomUUID } from 'node:crypto'
import type { Content } from '#lib/model/content.ts'
import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import type { Writer } from '#lib/model/token-scope.ts'
import { keepRun } from '#lib/store/runs.ts'
import { answerOnce, type Keep, type KeptDocument, type RetryKey } from './answer-once.ts'
import { contentValue } from './content-value.ts'
import { loadCurrentModel } from './current-model.ts'
import { refuseFaults } from './field-fault.ts'
import { findProfile } from './find-profile.ts'
import { findGate, isFault } from './known-gate.ts'
import { recordAudit } from './record-audit.ts'
import { runDocument } from './run-document.ts'
import { provenClaims, whyNotSpoken } from './spoken-content.ts'

export interface RunToAnnounce {
  readonly repository: string | null
  readonly profile: string
  readonly content: Content
  readonly gates: readonly string[]
  /** When it counts as closed; a day after it was announced when nothing is said. */
  readonly deadline: Date | null
  readonly writer: Writer
  readonly retry: RetryKey | null
}

const DAY_MS = 24 * 60 * 60 * 1000

/** Keeps what a run is going to show, before it starts: what it then does not show is a hidden skip. Answers the run as JSON. */
export async function announceRun(asked: RunToAnnounce): Promise<KeptDocument | Refusal> {
  return answerOnce(asked.retry, () => decideRun(asked))
}

async function decideRun({ repository, profile, content, gates, deadline, writer }: RunToAnnounce): Promise<Keep | Refusal> {
  const current = await loadCurrentModel(repository)
  if (isRefusal(current)) return current
  const { model } = current.compiled
  const known = findProfile(model, profile)
  if (isRefusal(known)) return known
  const found = gates.map((gate, at) => findGate(model, writer.scope, gate, `gates.${at}`))
  const refusal = refuseFaults([...found.filter(isFault), ...whyNotSpoken(writer, { content })])
  if (refusal !== null) return refusal
  const id = randomUUID()
  return async (session) => {
    const details = { ...provenClaims(writer), content: contentValue(content), deadline: deadline?.toISOString() ?? null, gates, profile }
    const record = { action: 'run.announced' as const, actor: writer.identity, repository: current.repository.name, subject: id }
    const { at } = await recordAudit(session, { ...record, details })
    const run = await keepRun(session, current.repository.id, {
      id,
      profile,
      content,
      gates,
      announcedAt: at,
      announcedBy: writer.identity,
      deadline: deadline ?? new Date(at.getTime() + DAY_MS),
    })
    return { document: runDocument(run), replayed: false }
  }
}
