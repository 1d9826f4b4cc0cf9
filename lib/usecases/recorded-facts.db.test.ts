import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findRepository } from '#lib/store/repositories.ts'
import { ask } from '#lib/store/session.ts'
import { aReadyServer, newContent, record } from '#test/api-server.ts'
import { aPass } from '#test/builders/a-ready-model-request.ts'
import type { TestDatabase } from '#test/database.ts'
import { recordedFacts } from './recorded-facts.ts'

let test: TestDatabase
let repositoryId: bigint
beforeAll(async () => {
  test = await aReadyServer()
  repositoryId = (await ask((session) => findRepository(session, 'acme')))?.id ?? 0n
})
afterAll(() => test.close())

const factsOf = (contentId: string) => ask((session) => recordedFacts(session, repositoryId, contentId))

describe('what was recorded of a candidate is read once for each head of the history', () => {
  const content = newContent()

  it('is not read again while nothing was recorded, though time goes on', async () => {
    await record(aPass('platform-billing/local/unit', content))
    const first = await factsOf(content.gitCommit)
    const again = await factsOf(content.gitCommit)
    expect(again.facts).toBe(first.facts)
    expect(again.head).toMatchObject({ sequence: first.head.sequence, hash: first.head.hash })
    expect(again.head.now.getTime()).toBeGreaterThanOrEqual(first.head.now.getTime())
  })

  it('is read again after anything was recorded, for whatever candidate', async () => {
    const before = await factsOf(content.gitCommit)
    await record(aPass('platform-billing/local/unit', newContent()))
    const after = await factsOf(content.gitCommit)
    expect(after.facts).not.toBe(before.facts)
    expect(after.head.sequence).toBe(before.head.sequence + 1)
    await record(aPass('platform-billing/local/ledger', content))
    expect((await factsOf(content.gitCommit)).facts.evidence).toHaveLength(2)
  })

  it('is kept apart by content, of which only the last few are kept', async () => {
    const others = Array.from({ length: 6 }, newContent)
    const first = await factsOf(content.gitCommit)
    for (const { gitCommit } of others) expect((await factsOf(gitCommit)).facts.evidence).toEqual([])
    expect((await factsOf(content.gitCommit)).facts).not.toBe(first.facts)
    expect((await factsOf(content.gitCommit)).facts).toEqual(first.facts)
  })

  it('sees every write, many at once', async () => {
    const many = newContent()
    await Promise.all(
      Array.from({ length: 10 }, async () => {
        await record(aPass('platform-billing/local/unit', many))
        await factsOf(many.gitCommit)
      }),
    )
    expect((await factsOf(many.gitCommit)).facts.evidence).toHaveLength(10)
  })
})
