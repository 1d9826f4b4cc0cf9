import type { Role } from '#lib/model/role.ts'

/**
 * Puts people into places, one person into one place, so that as many places as possible are filled: a maximum matching, found by making
 * room along alternating paths. Whoever could take two places makes room for somebody who can take one. Answers for each person the index
 * of the place, or null; whoever comes first keeps a place.
 */
export function fillPlaces(places: readonly Role[], people: readonly { readonly roles: readonly Role[] }[]): readonly (number | null)[] {
  const holder: (number | null)[] = places.map(() => null)
  const makeRoom = (person: number, tried: Set<number>): boolean =>
    places.some((role, place) => {
      if (tried.has(place) || people[person]?.roles.includes(role) !== true) return false
      tried.add(place)
      const other = holder[place] ?? null
      if (other !== null && !makeRoom(other, tried)) return false
      holder[place] = person
      return true
    })
  people.forEach((_, person) => {
    makeRoom(person, new Set())
  })
  return people.map((_, person) => {
    const place = holder.indexOf(person)
    return place === -1 ? null : place
  })
}
