import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as revocation from '#app/api/v1/evidence/[id]/revocation/route.ts'
import * as run from '#app/api/v1/runs/[id]/route.ts'
import * as runs from '#app/api/v1/runs/route.ts'
import * as skips from '#app/api/v1/skips/route.ts'
import type { CandidateFacts } from '#lib/model/candidate-facts.ts'
import { findRepository } from '#lib/store/repositories.ts'
import { askOfOneMoment } from '#lib/store/session.ts'
import type { ApiAnswer } from '#test/api-call.ts'
import { aReadyServer, callAsCi, newContent, record, sync } from '#test/api-server.ts'
import { aPass, aReadyModelRequest, BILLING_LANE, READY_GATES, READY_LANE } from '#test/builders/a-ready-model-request.ts'
import type { TestDatabase } from '#test/database.ts'
import { loadCandidate } from './load-candidate.ts'
import { recordedFacts } from './recorded-facts.ts'

let test: TestDatabase
let repositoryId: bigint
beforeAll(async () => {
  test = await aReadyServer()
  repositoryId = (await askOfOneMoment((session) => findRepository(session, 'acme')))?.id ?? 0n
})
afterAll(() => test.close())

/** Only what was taken moves the history on. */
function accepted(answer: ApiAnswer): ApiAnswer {
  if (answer.status >= 300) throw new Error(answer.text)
  return answer
}

const anyGate = fc.constantFrom(...READY_GATES)
const anyStep = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('record' as const),
      gate: anyGate,
      result: fc.constantFrom('passed', 'failed'),
      at: fc.nat(3),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('skip' as const), gate: anyGate, at: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('announce' as const), gate: anyGate, at: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('close' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('revoke' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('sync' as const), at: fc.nat(99) }) },
)

interface Walk {
  /** The candidate by each of its names, as a whole, which ties its names together, and another. */
  readonly contents: readonly object[]
  readonly passes: string[]
  readonly openRuns: string[]
}

type Step = typeof anyStep extends fc.Arbitrary<infer T> ? T : never

async function take(step: Step, { contents, passes, openRuns }: Walk): Promise<void> {
  const content = 'at' in step ? (contents[step.at % 4] ?? {}) : {}
  if (step.kind === 'record') {
    const id = await record(aPass(step.gate, content, { result: step.result, exitCode: step.result === 'passed' ? 0 : 1 }))
    if (step.result === 'passed') passes.push(id)
  } else if (step.kind === 'skip') {
    const prior = passes[0] ?? null
    accepted(await callAsCi(skips, { gate: step.gate, profile: 'hotfix-fast', content, reason: 'the source is the same', prior }))
  } else if (step.kind === 'announce') {
    openRuns.push(accepted(await callAsCi(runs, { profile: 'platform-control', content, gates: [step.gate] })).document.id)
  } else if (step.kind === 'close') {
    const id = openRuns.pop()
    if (id !== undefined) accepted(await callAsCi(run, { state: 'closed' }, { method: 'PATCH', params: { id } }))
  } else if (step.kind === 'revoke') {
    const id = passes.pop()
    if (id !== undefined) accepted(await callAsCi(revocation, { reason: 'the runner was broken' }, { params: { id } }))
  } else {
    await sync(
      aReadyModelRequest({ sources: { [BILLING_LANE]: READY_LANE.replace('unit, run: go test', `unit, run: V=${step.at} go test`) } }),
    )
  }
}

/** Without the order of the newest passes, which says nothing. */
function byGate(facts: CandidateFacts): CandidateFacts {
  return { ...facts, lastPasses: [...facts.lastPasses].sort((a, b) => (a.gate < b.gate ? -1 : 1)) }
}

it('what is carried over from one head of the history to a later one is what would be read anew', async () => {
  const walked = { steps: 0, carried: 0 }
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 3, maxLength: 8 }), async (steps) => {
      const { gitCommit, gitTree } = newContent()
      const walk: Walk = { contents: [{ gitCommit }, { gitTree }, { gitCommit, gitTree }, newContent()], passes: [], openRuns: [] }
      let before = (await askOfOneMoment((session) => recordedFacts(session, repositoryId, gitCommit))).facts
      for (const step of steps) {
        await take(step, walk)
        const [carried, anew] = await askOfOneMoment(async (session) => [
          (await recordedFacts(session, repositoryId, gitCommit)).facts,
          (await loadCandidate(session, repositoryId, gitCommit)).facts,
        ])
        expect(byGate(carried)).toEqual(byGate(anew))
        walked.steps += 1
        if (before.evidence.length > 0 && before.evidence[0] === carried.evidence[0]) walked.carried += 1
        before = carried
      }
    }),
    { numRuns: 40 },
  )
  expect(walked.carried).toBeGreaterThan(walked.steps / 4)
})
