import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { isUnavailable } from '#lib/model/unavailable.ts'
import { aLocalIssuer, KEY_ID, type LocalIssuer } from '#test/local-issuer.ts'
import { issuerKeys } from './issuer-keys.ts'

const MINUTE = 60_000
const HEADER = { alg: 'RS256', kid: KEY_ID }
const TOKEN = { payload: '', signature: '' }

let issuer: LocalIssuer
beforeEach(async () => {
  issuer = await aLocalIssuer()
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-29T12:00:00Z') })
})
afterEach(async () => {
  vi.useRealTimers()
  await issuer.stop()
})

const later = (minutes: number) => vi.setSystemTime(Date.now() + minutes * MINUTE)

describe('keys of an issuer that is away count for a day', () => {
  it('are asked for once in ten minutes', async () => {
    const keys = issuerKeys(issuer.url, null)
    await keys(HEADER, TOKEN)
    later(9)
    await keys(HEADER, TOKEN)
    expect(issuer.asked()).toBe(1)
    later(2)
    await keys(HEADER, TOKEN)
    expect(issuer.asked()).toBe(2)
  })

  it('still count when the issuer does not answer, and no longer than a day', async () => {
    const keys = issuerKeys(issuer.url, `${issuer.url}/keys`)
    await keys(HEADER, TOKEN)
    await issuer.stop()
    later(23 * 60)
    await expect(keys(HEADER, TOKEN)).resolves.toBeDefined()
    later(2 * 60)
    const error: unknown = await Promise.resolve(keys(HEADER, TOKEN)).catch((each: unknown) => each)
    expect(isUnavailable(error) && error.reason).toBe('issuer-unavailable')
    await issuer.start()
    await expect(keys(HEADER, TOKEN)).resolves.toBeDefined()
  })

  it('are not those of whoever answers for another issuer', async () => {
    const keys = issuerKeys(`${issuer.url}/tenant`, null)
    const error: unknown = await Promise.resolve(keys(HEADER, TOKEN)).catch((each: unknown) => each)
    expect(isUnavailable(error)).toBe(true)
  })
})
