import { afterEach, describe, expect, it, vi } from 'vitest'
import { faultOf, request } from './request.ts'

afterEach(() => vi.unstubAllGlobals())

/** The network is not ours: what it answers is given here. */
function theNetworkAnswers(answer: () => Promise<Response>) {
  vi.stubGlobal('fetch', answer)
}

const faultFrom = async (answer: () => Promise<Response>) => {
  theNetworkAnswers(answer)
  return faultOf(await request('/api/v1/plans').catch((error: unknown) => error))
}

describe('errors are problem documents, shown in words', () => {
  it('keeps the code, the detail, the fields at fault and the request id', async () => {
    const body = { title: 'Invalid diff', detail: 'Line 3 is cut.', code: 'invalid-diff', errors: [{ path: 'diff', message: 'line 3' }, 7] }
    const fault = await faultFrom(async () => Response.json(body, { status: 422, headers: { 'x-request-id': 'r-1' } }))
    expect(fault).toEqual({
      title: 'Invalid diff',
      detail: 'Line 3 is cut.',
      code: 'invalid-diff',
      status: 422,
      requestId: 'r-1',
      errors: [{ path: 'diff', message: 'line 3' }],
    })
  })

  it('says that the server failed when the answer is not a problem document', async () => {
    const fault = await faultFrom(async () => new Response('<html>Bad gateway</html>', { status: 502 }))
    expect([fault.title, fault.code, fault.status]).toEqual(['The server failed', null, 502])
  })

  it('takes an answer that is not JSON for a failure, never for an empty success', async () => {
    const fault = await faultFrom(async () => new Response('ok', { status: 200 }))
    expect(fault.status).toBe(200)
  })

  it('says that the server could not be reached', async () => {
    const fault = await faultFrom(() => Promise.reject(new TypeError('fetch failed')))
    expect([fault.title, fault.status]).toEqual(['No answer from the server', null])
  })

  it('answers the JSON of a good answer', async () => {
    theNetworkAnswers(async () => Response.json({ id: 'p1' }, { status: 201 }))
    expect(await request('/api/v1/plans')).toEqual({ id: 'p1' })
  })
})
