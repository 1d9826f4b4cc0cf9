import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readableTarget } from './readable-target.ts'

describe('a percent sign that encodes nothing is itself', () => {
  it.each([
    ['/api/v1/plans/%ff', '/api/v1/plans/%25ff'],
    ['/api/v1/plans/%', '/api/v1/plans/%25'],
    ['/api/v1/plans/%C0%80', '/api/v1/plans/%25C0%2580'],
    ['/a%20b/%E0%A4%A?x=%ff', '/a%20b/%25E0%25A4%25A?x=%25ff'],
    ['/a?path=%ff&b=%20%25', '/a?path=%25ff&b=%20%25'],
    ['*', '*'],
    ['/a%20b/%C3%A9?x=%20', '/a%20b/%C3%A9?x=%20'],
  ])('%s is read as %s', (given, read) => {
    expect(readableTarget(given)).toBe(read)
  })

  it('leaves a target that can be decoded, whatever came', () => {
    const part = fc.constantFrom('%', 'f', '/', '?', '2', 'C', '3', '%C3%A9', '%2F', '#', '.', 'é', '&', '=')
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
        const readable = readableTarget(parts.join(''))
        expect(() => decodeURIComponent(readable)).not.toThrow()
        expect(readableTarget(readable)).toBe(readable)
      }),
      { numRuns: 5000 },
    )
  })
})
