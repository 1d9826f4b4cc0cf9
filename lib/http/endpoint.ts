import type { z } from 'zod'
import type { Refusal } from '#lib/model/refusal.ts'
import type { Caller } from './caller.ts'
import type { Permission } from './permission.ts'
import type { ProblemCode } from './problem.ts'
import type { Retry } from './retry.ts'

/** What an endpoint takes and answers, declared once: the wrapper holds requests to it, and the OpenAPI document is made from it. */
export interface Endpoint<Body, Query> extends Permission {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** As in OpenAPI: `/api/v1/plans/{id}`. */
  readonly path: string
  readonly summary: string
  readonly query: z.ZodType<Query>
  /** For a name in the path that must look like something; any other is any text, and what it names may not be there. */
  readonly params?: Readonly<Record<string, z.ZodType<string>>>
  /** `form`: as an HTML form sends it, not as JSON. `optional`: nothing at all counts as an object without members. */
  readonly body: { readonly schema: z.ZodType<Body>; readonly limit: number; readonly form?: true; readonly optional?: true } | null
  /** Headers that change what is answered, for the document; a wrong one counts as none. */
  readonly headers?: Readonly<Record<string, z.ZodType>>
  readonly answers: Readonly<Record<number, EndpointAnswer>>
  /** Beside those that the wrapper itself gives. */
  readonly problems: readonly ProblemCode[]
}

export interface EndpointAnswer {
  readonly description: string
  /** Null for an answer that is not JSON. */
  readonly schema: z.ZodType | null
  /** What an answer that is not JSON is; without it, plain text. */
  readonly type?: string
}

/** A request that was held to its endpoint's declaration. */
export interface Asked<Body, Query> {
  readonly body: Body
  readonly query: Query
  readonly params: Readonly<Record<string, string>>
  readonly caller: Caller
  readonly headers: Headers
  /** Null when the caller sent no `Idempotency-Key`. */
  readonly retry: Retry | null
}

export type Handle<Body, Query> = (asked: Asked<Body, Query>) => Promise<Response | Refusal>
