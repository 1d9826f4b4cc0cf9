import { createHash } from 'node:crypto'
import type { Actor } from '#lib/model/actor.ts'
import type { CiProof } from '#lib/model/ci-rule.ts'
import { type Person, personIdentity } from '#lib/model/person.ts'
import type { TokenScope, Writer } from '#lib/model/token-scope.ts'
import { log } from './log.ts'
import type { Problem } from './problem.ts'
import { readSessionCookie } from './session-cookie.ts'

/** Who is asking. `identity` is stable: what a caller has done is kept under it. */
export interface Caller {
  readonly identity: string
  readonly role: 'ci' | null
  /** Who it is as one that records; null for whoever may only read. */
  readonly writer: Writer | null
  /** Who is signed in; null for a machine and for nobody. */
  readonly person: Person | null
  /** When the person has shown who they are; null for a machine and for nobody. */
  readonly authTime: Date | null
  /** True for nobody who believes to be signed in: their session has ended. */
  readonly hasEnded: boolean
}

export const ANONYMOUS: Caller = { identity: 'anonymous', role: null, writer: null, person: null, authTime: null, hasEnded: false }

/** A machine that is known, by a token that was handed out or by what its CI service says of it (`ci`). */
export interface KnownMachine {
  readonly id: string
  readonly name: string
  readonly role: 'ci'
  readonly scope: TokenScope
  readonly ci?: CiProof
}

/** Why a token that is understood is not taken; `differs` is for the log. */
export interface RefusedToken {
  readonly refused: 'unauthenticated' | 'forbidden'
  readonly detail: string
  readonly differs?: object
}

/** Finds who a token is of, by its SHA-256 in hex or the token itself; null for one that is unknown or expired. */
export type FindToken = (sha256: string, token: string) => Promise<KnownMachine | RefusedToken | null>

/** Identity tokens of CI services are long; ours are not. */
const LONGEST_TOKEN = 8192

/** Looks up who is signed in by a cookie that holds this, with the roles they have now; null when that session has ended. */
export type FindSession = (id: string) => Promise<{ readonly person: Person; readonly authTime: Date } | null>

/** How callers are known. */
export interface KnownCallers {
  readonly findToken: FindToken
  readonly findSession: FindSession
}

const CHALLENGE = { 'www-authenticate': 'Bearer realm="lanekeeper"' }

/**
 * The caller that the `Authorization` header speaks for, or else the cookie: where there is a header, the cookie is not looked at, so that
 * no program acts in the name of the person whose browser it runs in. A token that is wrong is a no, even where none is needed.
 */
export async function identifyCaller(request: Request, known: KnownCallers): Promise<Caller | { readonly problem: Problem }> {
  const header = request.headers.get('authorization')
  return header === null ? identifyPerson(request, known.findSession) : identifyMachine(header, known.findToken)
}

async function identifyMachine(header: string, findToken: FindToken): Promise<Caller | { readonly problem: Problem }> {
  const token = /^Bearer +([\x21-\x7e]+)$/i.exec(header)?.[1]
  if (token === undefined || token.length > LONGEST_TOKEN) return unauthenticated('Send the token as `Authorization: Bearer <token>`.')
  const known = await findToken(createHash('sha256').update(token).digest('hex'), token)
  if (known === null) return unauthenticated('The token is not known, or no longer.')
  if ('refused' in known) return refusedToken(known)
  const { name, role, scope, ci } = known
  const identity = ci === undefined ? `token:${known.id}` : `ci:${known.id}`
  return { ...ANONYMOUS, identity, role, writer: { identity, name, scope, ...(ci === undefined ? {} : { ci }) } }
}

function refusedToken({ refused, detail, differs }: RefusedToken): { readonly problem: Problem } {
  if (differs !== undefined) log.info({ differs }, 'an identity token of a CI job matches no rule; these claims differ, by rule')
  return refused === 'forbidden' ? { problem: { code: 'forbidden', detail } } : unauthenticated(detail)
}

/** A cookie whose session has ended is as none. */
async function identifyPerson(request: Request, findSession: FindSession): Promise<Caller> {
  const id = readSessionCookie(request.headers.get('cookie'))
  if (id === null) return ANONYMOUS
  const found = id === '' ? null : await findSession(id)
  if (found === null) return { ...ANONYMOUS, hasEnded: true }
  return { ...ANONYMOUS, identity: personIdentity(found.person), ...found }
}

/** The caller as one that records. Only for endpoints whose access is `ci`, without roles: nobody else comes that far. */
export function writerOf({ writer }: Caller): Writer {
  if (writer === null) throw new Error('an endpoint that records must be for CI tokens')
  return writer
}

/** The caller as somebody who decides. Only for endpoints whose access is `person`: nobody else comes that far. */
export function personOf({ person }: Caller): Person {
  if (person === null) throw new Error('an endpoint on which people decide must be for people')
  return person
}

/** The caller as a machine or a person. Only for endpoints that are for both: nobody else comes that far. */
export function actorOf({ writer, person }: Caller): Actor {
  const actor = writer ?? person
  if (actor === null) throw new Error('an endpoint that acts must be for somebody')
  return actor
}

/** A no to whoever is not known, which says how to become known. */
export function unauthenticated(detail: string): { readonly problem: Problem } {
  return { problem: { code: 'unauthenticated', detail, headers: CHALLENGE } }
}
