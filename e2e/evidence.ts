import type { APIRequestContext } from '@playwright/test'
import { CI_TOKEN } from './servers.ts'
import { expect } from './watched-page.ts'

/** The release before: everything passed there. */
export const RELEASED = 'a1'.repeat(20)

/** The newest candidate: it has every status that comes about without people. */
export const NEWEST = 'b2'.repeat(20)

/** The gate that stops Billing. */
export const FAILING = 'platform-billing/smoke/app-runtime-usage-attribution'

/** What was announced and never shown. */
export const HIDDEN = 'web/local/typecheck'

const PENDING = 'platform-evidence/smoke/status-readiness'
const PARTIAL = 'platform-policy/evidence/rollback-drill'
/** What waits for a fixture. */
export const BLOCKED = 'platform-policy/evidence/degradation-harness'
const STALE = 'platform-registry/evidence/slo'
const SKIPPED = 'web/smoke/global-navigation'
const FLAKY = 'platform-iam/smoke/user-login-authz'

/** What a producer said of a gate, other than that it passed. */
type Said = Readonly<Record<string, unknown>>

const AT_NEWEST: Readonly<Record<string, Said>> = {
  [FAILING]: { result: 'failed', exitCode: 1 },
  [PARTIAL]: { result: 'partial', exitCode: null, reason: 'two of three regions are drilled' },
  [BLOCKED]: { result: 'blocked', exitCode: null, reason: '<img src=x onerror=alert(1)> waits for a fixture\u202e' },
  [FLAKY]: { result: 'failed', exitCode: 1 },
}

/** Says over the API what CI would have said of two candidates. */
export async function recordHistory(request: APIRequestContext): Promise<void> {
  const post = poster(request)
  const gates = await everyGate(request)
  await passEverywhere(request, RELEASED)

  const run = await post('runs', { profile: 'platform-control', content: { gitCommit: NEWEST }, gates: [HIDDEN] })
  await post('runs', { profile: 'platform-control', content: { gitCommit: NEWEST }, gates: [PENDING] })
  const shown = [...gates.values()].filter(({ id }) => ![HIDDEN, PENDING, STALE].includes(id))
  const { items } = await post(
    'evidence',
    shown.map((gate) => evidence(gate, NEWEST, AT_NEWEST[gate.id])),
  )
  await post('evidence', [evidence(gateOf(gates, FLAKY), NEWEST, {}, 2)])
  const prior = items.find(({ gate }) => gate === SKIPPED)?.id
  await post('skips', { gate: SKIPPED, profile: 'hotfix-fast', content: { gitCommit: NEWEST }, reason: 'the console is unchanged', prior })
  const closed = await request.patch(`/api/v1/runs/${run.id}`, { headers: HEADERS, data: { state: 'closed' } })
  expect(closed.status()).toBe(200)
}

/** Every gate passes on content. */
export async function passEverywhere(request: APIRequestContext, commit: string): Promise<void> {
  const gates = await everyGate(request)
  await poster(request)(
    'evidence',
    [...gates.values()].map((gate) => evidence(gate, commit)),
  )
}

/** The failing gate passes after all: on the newest candidate the pass names what it answers. */
export async function mendFailing(request: APIRequestContext): Promise<void> {
  await mend(request, FAILING, NEWEST)
}

/** A gate passes on content where it had failed: the pass names every failure that it answers. */
export async function mend(request: APIRequestContext, id: string, commit: string): Promise<void> {
  const found = await request.get(`/api/v1/evidence?gate=${encodeURIComponent(id)}&content=${commit}&result=failed`)
  const { items } = (await found.json()) as { items: readonly { readonly id: string }[] }
  const gate = gateOf(await everyGate(request), id)
  await poster(request)('evidence', [evidence(gate, commit, { supersedes: items.map((each) => each.id) })])
}

/** A gate fails on content, in a run of its own. */
export async function fail(request: APIRequestContext, id: string, commit: string, run: string): Promise<void> {
  const gate = gateOf(await everyGate(request), id)
  const said = { result: 'failed', exitCode: 1, ci: { provider: 'e2e', id: run, attempt: 1 } }
  await poster(request)('evidence', [evidence(gate, commit, said)])
}

/** The evidence by which the gate that stops Billing failed. */
export async function failingEvidence(request: APIRequestContext): Promise<string> {
  const found = await request.get(`/api/v1/evidence?gate=${encodeURIComponent(FAILING)}&result=failed&limit=1`)
  const { items } = (await found.json()) as { items: readonly { readonly id: string }[] }
  return items[0]?.id ?? ''
}

interface DeclaredGate {
  readonly id: string
  readonly title: string
  readonly run: string | null
}

interface Recorded {
  readonly id: string
  readonly items: readonly { readonly id: string; readonly gate: string }[]
}

const HEADERS = { authorization: `Bearer ${CI_TOKEN}` }

function poster(request: APIRequestContext) {
  return async (endpoint: string, data: unknown): Promise<Recorded> => {
    const answer = await request.post(`/api/v1/${endpoint}`, { headers: HEADERS, data })
    expect(answer.status(), await answer.text()).toBe(201)
    return (await answer.json()) as Recorded
  }
}

async function everyGate(request: APIRequestContext): Promise<ReadonlyMap<string, DeclaredGate>> {
  const model = (await (await request.get('/api/v1/models/current')).json()) as { lanes: readonly { gates: readonly DeclaredGate[] }[] }
  return new Map(model.lanes.flatMap(({ gates }) => gates).map((gate) => [gate.id, gate]))
}

function gateOf(gates: ReadonlyMap<string, DeclaredGate>, id: string): DeclaredGate {
  const gate = gates.get(id)
  if (gate === undefined) throw new Error(`the example has no gate ${id}`)
  return gate
}

function evidence({ id, run, title }: DeclaredGate, gitCommit: string, said: Said = {}, attempt = 1) {
  return {
    gate: id,
    result: 'passed',
    command: run ?? title,
    exitCode: 0,
    content: { gitCommit },
    profile: 'platform-control',
    ci: { provider: 'e2e', id: gitCommit.slice(0, 4) + ('supersedes' in said ? '-mended' : ''), attempt },
    ...said,
  }
}
