import { isDeepStrictEqual } from 'node:util'
import { expect } from 'vitest'

/**
 * `expect(actual).toEqual(expected)`, for what is compared ten thousand times: what is the same to the last type is not looked at twice, and
 * whatever is not is left to the assertion, which also says how it differs.
 */
export function expectSame<T>(actual: T, expected: T): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual).toEqual(expected)
}
