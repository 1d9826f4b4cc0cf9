import type { Session } from '#lib/store/database.ts'
import { namesOfPeople } from '#lib/store/people.ts'

/** Says who an identity is: a person by the name they have, anything else as it is kept (`token:…`, `server`). */
export async function identityNamer(session: Session): Promise<(identity: string) => string> {
  const names = await namesOfPeople(session)
  return (identity) => (identity.startsWith('person:') ? (names.get(identity.slice('person:'.length)) ?? identity) : identity)
}
