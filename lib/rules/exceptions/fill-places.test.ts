import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ROLES, type Role } from '#lib/model/role.ts'
import { fillPlaces } from './fill-places.ts'

const holding = (...roles: readonly Role[]) => ({ roles })

/** As many places as can be filled, by trying everything. */
function most(places: readonly Role[], people: readonly { readonly roles: readonly Role[] }[]): number {
  const [place, ...others] = places
  if (place === undefined) return 0
  const taken = people.flatMap(({ roles }, at) => (roles.includes(place) ? [1 + most(others, people.toSpliced(at, 1))] : []))
  return Math.max(most(others, people), ...taken)
}

describe('"distinct people": one person fills one place, and as many places as possible are filled', () => {
  it('somebody with two roles makes room for somebody with one', () => {
    expect(fillPlaces(['domain-owner', 'release-manager'], [holding('domain-owner', 'release-manager'), holding('domain-owner')])).toEqual([
      1, 0,
    ])
  })

  it('nobody fills two', () => {
    expect(fillPlaces(['domain-owner', 'release-manager'], [holding('domain-owner', 'release-manager')])).toEqual([0])
  })

  it('whoever comes too late has no place', () => {
    expect(fillPlaces(['architect'], [holding('architect'), holding('architect')])).toEqual([0, null])
  })

  it('as trying everything does, and whoever had a place keeps one when another comes', () => {
    const anyRoles = fc.uniqueArray(fc.constantFrom(...ROLES), { maxLength: 5 })
    fc.assert(
      fc.property(anyRoles, fc.array(anyRoles, { maxLength: 6 }), (places, held) => {
        const people = held.map((roles) => ({ roles }))
        const filled = fillPlaces(places, people)
        const taken = filled.filter((place) => place !== null)
        expect(new Set(taken).size).toBe(taken.length)
        expect(filled.every((place, at) => place === null || people[at]?.roles.includes(places[place] as Role))).toBe(true)
        expect(taken).toHaveLength(most(places, people))
        const before = fillPlaces(places, people.slice(0, -1))
        expect(before.filter((place, at) => place !== null && filled[at] === null)).toEqual([])
      }),
      { numRuns: 2_000 },
    )
  })
})
