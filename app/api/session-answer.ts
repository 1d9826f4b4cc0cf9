import { ANONYMOUS, type Caller } from '#lib/http/caller.ts'
import { currentSettings } from '#lib/http/current-settings.ts'
import type { Endpoint } from '#lib/http/endpoint.ts'
import { ENDPOINTS } from '#lib/http/endpoints.ts'
import { whyNotAllowed } from '#lib/http/permission.ts'
import { type Person, personIdentity } from '#lib/model/person.ts'
import { personDocument } from '#lib/usecases/person-document.ts'

type Declared = Pick<Endpoint<unknown, unknown>, 'access' | 'roles' | 'method'>

/** Says who is asking, and what they may do: by the same declarations that requests are held to. */
export function sessionAnswer(caller: Caller, now: Date) {
  const { identity, writer, person, authTime } = caller
  const { publicRead } = currentSettings()
  const may = Object.entries<Declared>(ENDPOINTS).flatMap(([operation, declared]) => {
    const isForAll = declared.access === 'public' || declared.access === 'anyone'
    return declared.method === 'GET' || isForAll || whyNotAllowed(declared, caller, publicRead) !== null ? [] : [operation]
  })
  return {
    kind: person !== null ? 'person' : writer !== null ? 'token' : 'nobody',
    identity,
    name: person?.name ?? writer?.name ?? null,
    email: person?.email ?? null,
    signedInAt: authTime,
    roles: person === null ? [] : personDocument(person, now).roles,
    scope: writer === null ? null : { gates: writer.scope.gates, domains: writer.scope.domains },
    mayRead: whyNotAllowed({ access: 'read' }, caller, publicRead) === null,
    may,
  }
}

/** Whoever has just signed in, as the next request will find them. */
export function signedIn(person: Person, authTime: Date): Caller {
  return { ...ANONYMOUS, identity: personIdentity(person), person, authTime }
}
