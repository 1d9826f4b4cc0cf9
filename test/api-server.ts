import { createHash } from 'node:crypto'
import * as evidence from '#app/api/v1/evidence/route.ts'
import * as models from '#app/api/v1/models/route.ts'
import type { ServedHandlers } from '#lib/http/serve-methods.ts'
import { registerInitialToken } from '#lib/store/api-tokens.ts'
import { ask } from '#lib/store/session.ts'
import { type ApiAnswer, type ApiCall, AS_CI, CI_TOKEN, callApi, keepTestSettings } from './api-call.ts'
import { aPass, aReadyModelRequest, READY_GATES } from './builders/a-ready-model-request.ts'
import { openTestDatabase, type TestDatabase } from './database.ts'

/** A server with an empty database that knows the CI token. */
export async function anEmptyServer(): Promise<TestDatabase> {
  keepTestSettings()
  const test = await openTestDatabase()
  await knowCiToken()
  return test
}

/** Makes the CI token known to the store. */
export async function knowCiToken(): Promise<void> {
  await ask((session) => registerInitialToken(session, createHash('sha256').update(CI_TOKEN).digest('hex')))
}

/** A server whose repository has prepared everything for the promotion of platform-billing. */
export async function aReadyServer(): Promise<TestDatabase> {
  const test = await anEmptyServer()
  await sync()
  return test
}

/** Makes this the current model. */
export async function sync(request: object = aReadyModelRequest()): Promise<void> {
  const { status, text } = await callAsCi(models, request)
  if (status !== 201 && status !== 200) throw new Error(text)
}

/** Sends a body as CI does. */
export function callAsCi(handlers: ServedHandlers, body: unknown, call: ApiCall = {}): Promise<ApiAnswer> {
  return callApi(handlers, { ...call, body, headers: { ...AS_CI, ...call.headers } })
}

/** Records evidence and gives back its id. */
export async function record(body: object): Promise<string> {
  const { status, document, text } = await callAsCi(evidence, body)
  if (status !== 201) throw new Error(text)
  return document.id
}

/** Records a pass of every gate of the ready domain on some content; what is given replaces the pass of a gate. */
export async function recordAll(content: object, instead: Readonly<Record<string, object | null>> = {}): Promise<void> {
  const bodies = READY_GATES.flatMap((gate) => {
    const other = instead[gate]
    return other === null
      ? []
      : [aPass(gate, content, { ...(gate === 'global/boundary_guard' ? { findings: NO_FINDINGS } : {}), ...other })]
  })
  const { status, text } = await callAsCi(evidence, bodies)
  if (status !== 201) throw new Error(text)
}

/** What a guard reports that found nothing. */
export const NO_FINDINGS = 'fingerprint\tguard\trule\tpath\tfirst_seen\n'

let commits = 0

/** A commit, and with it a tree, that nobody has named before. */
export function newContent(): { gitCommit: string; gitTree: string } {
  commits += 1
  const hex = commits.toString(16).padStart(8, '0')
  return { gitCommit: `c${hex}`.padEnd(40, '0'), gitTree: `d${hex}`.padEnd(40, '0') }
}
