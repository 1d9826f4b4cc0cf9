import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callApi } from '#test/api-call.ts'
import { aReadyServer, newContent, recordAll } from '#test/api-server.ts'
import type { TestDatabase } from '#test/database.ts'
import * as board from './board/[id]/route.ts'
import * as wholeBoard from './board/route.ts'
import * as search from './search/route.ts'

let test: TestDatabase
const content = newContent()
beforeAll(async () => {
  test = await aReadyServer()
  await recordAll(content)
})
afterAll(() => test.close())

const found = async (text: string) => (await callApi(search, { search: `?q=${encodeURIComponent(text)}` })).document

describe('`GET search` finds by name', () => {
  it('domains and gates by words of their ids, titles and owners', async () => {
    expect((await found('billing')).domains).toEqual([{ domain: 'platform-billing', title: 'platform-billing', owner: '@billing' }])
    const { gates } = await found('billing precheck')
    expect(gates).toEqual([expect.objectContaining({ gate: 'platform-billing/smoke/gpuaas-precheck', domain: 'platform-billing' })])
  })

  it('candidates by the beginning of a commit, whatever its case, and not by less than four digits', async () => {
    const commit = content.gitCommit ?? ''
    const named = (text: string) =>
      found(text).then(({ candidates }) => candidates.map(({ contentId }: { contentId: string }) => contentId))
    expect(await named(commit.slice(0, 7).toUpperCase())).toEqual([commit])
    expect(await named(commit)).toEqual([commit])
    expect(await named(commit.slice(0, 3))).toEqual([])
    expect(await named(`sha256:${commit.slice(0, 6)}`)).toEqual([])
    expect(await named(`${commit.slice(0, 7)}%`)).toEqual([])
  })

  it('wants a text', async () => {
    expect((await callApi(search)).status).toBe(400)
    expect((await callApi(search, { search: '?q=%20' })).status).toBe(400)
  })
})

describe('`GET board/{id}` is a row of the board', () => {
  it.each(['items', 'layers'])('the same as in the whole, with its reasons: %s', async (tab) => {
    const ask = `?commit=${content.gitCommit}&tab=${tab}`
    const [row] = (await callApi(wholeBoard, { search: ask })).document.rows
    const one = (await callApi(board, { params: { id: 'platform-billing' }, search: ask })).document
    expect(one.row).toEqual(row)
    expect(one).toMatchObject({ content, sequence: expect.any(Number) })
  })

  it('of a domain that a lane declares', async () => {
    const { status, document } = await callApi(board, { params: { id: 'platform-biling' } })
    expect([status, document.code]).toEqual([404, 'domain-unknown'])
  })
})
