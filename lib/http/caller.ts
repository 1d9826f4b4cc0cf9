import { createHash } from 'node:crypto'
import type { CiProof } from '#lib/model/ci-rule.ts'
import type { Person } from '#lib/model/person.ts'
import type { TokenScope, Writer } from '#lib/model/token-scope.ts'
import { log } from './log.ts'
import type { Problem } from './problem.ts'

/** Who may use an endpoint: anyone at all, whoever may read here, a CI identity, or somebody who is signed in. */
export const ACCESS = ['public', 'read', 'ci', 'person'] as const

export type Access = (typeof ACCESS)[number]

/** Who is asking. `identity` is stable: what a caller has done is kept under it. */
export interface Caller {
  readonly identity: string
  readonly role: 'ci' | null
  /** Who it is as one that records; null for whoever may only read. */
  readonly writer: Writer | null
  /** Who is signed in; null for a machine and for nobody. */
  readonly person: Person | null
}

export const ANONYMOUS: Caller = { identity: 'anonymous', role: null, writer: null, person: null }

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

const CHALLENGE = { 'www-authenticate': 'Bearer realm="lanekeeper"' }

/** The caller that the `Authorization` header speaks for. A token that is wrong is a no, even where none is needed. */
export async function identifyCaller(request: Request, findToken: FindToken): Promise<Caller | { readonly problem: Problem }> {
  const header = request.headers.get('authorization')
  if (header === null) return ANONYMOUS
  const token = /^Bearer +([\x21-\x7e]+)$/i.exec(header)?.[1]
  if (token === undefined || token.length > LONGEST_TOKEN) return unauthenticated('Send the token as `Authorization: Bearer <token>`.')
  const known = await findToken(createHash('sha256').update(token).digest('hex'), token)
  if (known === null) return unauthenticated('The token is not known, or no longer.')
  if ('refused' in known) return refusedToken(known)
  const { name, role, scope, ci } = known
  const identity = ci === undefined ? `token:${known.id}` : `ci:${known.id}`
  return { identity, role, writer: { identity, name, scope, ...(ci === undefined ? {} : { ci }) }, person: null }
}

function refusedToken({ refused, detail, differs }: RefusedToken): { readonly problem: Problem } {
  if (differs !== undefined) log.info({ differs }, 'an identity token of a CI job matches no rule; these claims differ, by rule')
  return refused === 'forbidden' ? { problem: { code: 'forbidden', detail } } : unauthenticated(detail)
}

/** The caller as one that records. Only for endpoints whose access is `ci`: nobody else comes that far. */
export function writerOf({ writer }: Caller): Writer {
  if (writer === null) throw new Error('an endpoint that records must be for CI tokens')
  return writer
}

/** The caller as somebody who decides. Only for endpoints whose access is `person`: nobody else comes that far. */
export function personOf({ person }: Caller): Person {
  if (person === null) throw new Error('an endpoint on which people decide must be for people')
  return person
}

/** Null when the caller may, or why not. Whatever is not allowed here is not allowed. */
export function whyNotAccess(access: Access, caller: Caller, publicRead: boolean): Problem | null {
  if (access === 'public') return null
  if (access === 'person') return caller.person === null ? unauthenticated('Sign in to do this; a token cannot.').problem : null
  if (caller.role === 'ci') return null
  if (access === 'read' && (publicRead || caller.role !== null)) return null
  if (caller.role !== null) return { code: 'forbidden', detail: 'Only a CI token may do this.' }
  return unauthenticated(
    access === 'read'
      ? 'Reading needs a token here: LANEKEEPER_PUBLIC_READ is off.'
      : 'Only a CI token may do this: send `Authorization: Bearer <token>`.',
  ).problem
}

function unauthenticated(detail: string): { readonly problem: Problem } {
  return { problem: { code: 'unauthenticated', detail, headers: CHALLENGE } }
}
