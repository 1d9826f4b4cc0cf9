import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { Content } from '#lib/model/content.ts'
import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import { ANY_SCOPE, type Writer } from '#lib/model/token-scope.ts'
import type { KeptDocument } from '#lib/usecases/answer-once.ts'
import { recordEvidence } from '#lib/usecases/record-evidence.ts'
import type { ReportedEvidence } from '#lib/usecases/reported-evidence.ts'
import { storeModel } from '#lib/usecases/store-model.ts'
import { aPass, aReadyModelRequest } from './builders/a-ready-model-request.ts'

/** The token that may do everything. */
export const INITIAL: Writer = { identity: 'token:initial', name: 'LANEKEEPER_INIT_CI_TOKEN', scope: ANY_SCOPE }

/** Another token, with what is said of it. */
export function aWriter(name: string, given: Partial<Writer> = {}): Writer {
  return { identity: `token:${name}`, name, scope: ANY_SCOPE, ...given }
}

/** A full commit or tree of one repeated digit. */
export function aSha(digit: string): string {
  return digit.repeat(40)
}

/** Stores the model in which platform-billing has nothing left to prepare, and answers the repository's name. */
export async function storeReadyModel(given: Parameters<typeof aReadyModelRequest>[0] = {}): Promise<string> {
  const request = aReadyModelRequest(given)
  answered(await storeModel({ ...request, writer: INITIAL, retry: null }))
  return request.repository
}

/** Evidence as it is posted: a pass, but for what is given. */
export function reported(gate: string, content: Content, given: Partial<ReportedEvidence> = {}): ReportedEvidence {
  return aPass(gate, content, given) as ReportedEvidence
}

/** Posts evidence as a writer and gives back the documents. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into answers freely
export async function post(evidence: ReportedEvidence | readonly ReportedEvidence[], writer: Writer = INITIAL): Promise<any> {
  return answered(await recordEvidence({ repository: null, evidence, writer, retry: null }))
}

/** What was answered; fails when it was refused. */
export function answered(answer: KeptDocument | Refusal): unknown {
  expect(isRefusal(answer) ? answer : null).toBeNull()
  return JSON.parse((answer as KeptDocument).document)
}

/** A retry key of its own. */
export function aRetry(identity: string, bodySha256 = 'a'.repeat(64)) {
  return { identity, key: randomUUID(), bodySha256 }
}
