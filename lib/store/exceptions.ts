import { Prisma } from '#lib/generated/prisma/client.ts'
import type { CandidateNames } from '#lib/model/content.ts'
import { currentVersion, type Exception, type ExceptionState, type ExceptionVersion, type PersonThen } from '#lib/model/exception.ts'
import type { Session } from './database.ts'
import { EXCEPTION_COLUMNS, type ExceptionRow, exceptionOf } from './exception-row.ts'
import { contentRow, jsonRows } from './json-rows.ts'
import { type Page, type PageAsked, pageOf } from './page.ts'
import { nextSequence } from './sequence.ts'

/** The exception of an id, whole; null when this repository has none. */
export async function findException(session: Session, repositoryId: bigint, id: string): Promise<Exception | null> {
  const rows = await jsonRows<ExceptionRow>(
    session,
    Prisma.sql`SELECT ${EXCEPTION_COLUMNS} FROM "exception" x WHERE x."id" = ${id}::uuid AND x."repository_id" = ${repositoryId}`,
  )
  return rows[0] === undefined ? null : exceptionOf(rows[0])
}

/** The same, held until the transaction ends: nobody else changes it meanwhile. Comes after the audit chain is held. */
export async function holdException(session: Session, repositoryId: bigint, id: string): Promise<Exception | null> {
  await session.$queryRaw`SELECT "id" FROM "exception" WHERE "id" = ${id}::uuid AND "repository_id" = ${repositoryId} FOR UPDATE`
  return findException(session, repositoryId, id)
}

/** Keeps a request that is new. */
export async function keepException(session: Session, repositoryId: bigint, exception: Exception): Promise<void> {
  const { version, request, by, at } = currentVersion(exception)
  const { git_commit, git_tree, sha256 } = contentRow(request.content)
  const sequence = await nextSequence(session)
  await session.$executeRaw`
    INSERT INTO "exception" ("id", "sequence", "repository_id", "domain", "gates", "git_commit", "git_tree", "sha256", "risk", "expires_at",
      "version", "state", "requested_by", "requested_at")
    VALUES (${exception.id}::uuid, ${sequence}, ${repositoryId}, ${request.domain}, ${[...request.gates]}, ${git_commit}, ${git_tree}, ${sha256},
      ${request.risk}, ${request.expiresAt}, ${version}, ${exception.state}, ${by.id}::uuid, ${at})`
  await keepVersion(session, exception.id, currentVersion(exception))
}

/** Keeps the newest wording of a request. */
export async function keepEdit(session: Session, exception: Exception): Promise<void> {
  const newest = currentVersion(exception)
  const { gates, domain, content, risk, expiresAt } = newest.request
  const { git_commit, git_tree, sha256 } = contentRow(content)
  await keepVersion(session, exception.id, newest)
  await session.$executeRaw`
    UPDATE "exception" SET "version" = ${newest.version}, "domain" = ${domain}, "gates" = ${[...gates]}, "git_commit" = ${git_commit},
      "git_tree" = ${git_tree}, "sha256" = ${sha256}, "risk" = ${risk}, "expires_at" = ${expiresAt} WHERE "id" = ${exception.id}::uuid`
}

/** Keeps the newest decision, and where it has taken the exception. */
export async function keepDecision(session: Session, exception: Exception): Promise<void> {
  const decided = exception.decisions.at(-1)
  if (decided === undefined) throw new Error('nothing was decided')
  const sequence = await nextSequence(session)
  await session.$executeRaw`
    INSERT INTO "exception_decision" ("exception_id", "person_id", "request_hash", "sequence", "decision", "roles", "reason", "person", "at")
    VALUES (${exception.id}::uuid, ${decided.by.id}::uuid, ${decided.bound}, ${sequence}, ${decided.decision}, ${[...decided.roles]},
      ${decided.reason}, ${JSON.stringify(decided.by)}::jsonb, ${decided.at})`
  if (exception.state !== 'requested') await keepState(session, exception)
}

/** Keeps the state that an exception has come to. */
export async function keepState(session: Session, { id, state, approval, ending }: Exception): Promise<void> {
  await session.$executeRaw`
    UPDATE "exception" SET "state" = ${state}, "approved_at" = ${approval?.at ?? null}, "approval" = ${approval === null ? null : JSON.stringify(approval)}::jsonb,
      "ended_at" = ${ending?.at ?? null}, "ended_by" = ${ending?.by ?? null}, "ended_because" = ${ending?.reason ?? null}
    WHERE "id" = ${id}::uuid`
}

async function keepVersion(session: Session, id: string, { version, request, by, at }: ExceptionVersion): Promise<void> {
  await session.$executeRaw`
    INSERT INTO "exception_version" ("exception_id", "version", "request", "person_id", "person", "at")
    VALUES (${id}::uuid, ${version}, ${JSON.stringify(request)}::jsonb, ${by.id}::uuid, ${JSON.stringify(by)}::jsonb, ${at})`
}

/** What a list of exceptions may be narrowed to; null: any. */
export interface ExceptionFilter {
  /** What they are at `now`: time ends them without anybody writing it down. */
  readonly state: ExceptionState | null
  readonly domain: string | null
  readonly gate: string | null
  readonly names: Pick<CandidateNames, 'commits' | 'trees' | 'digests'> | null
  readonly now: Date
}

/** Exceptions, newest first. */
export async function pageOfExceptions(
  session: Session,
  repositoryId: bigint,
  { state, domain, gate, names, now }: ExceptionFilter,
  page: PageAsked,
): Promise<Page<Exception>> {
  const conditions = [
    Prisma.sql`x."repository_id" = ${repositoryId}`,
    ...(page.before === null ? [] : [Prisma.sql`x."sequence" < ${page.before}`]),
    ...(state === null ? [] : [stateCondition(state, now)]),
    ...(domain === null ? [] : [Prisma.sql`x."domain" = ${domain}`]),
    ...(gate === null ? [] : [Prisma.sql`${gate} = ANY(x."gates")`]),
    ...(names === null ? [] : [namesCondition(names)]),
  ]
  const rows = await jsonRows<ExceptionRow>(
    session,
    Prisma.sql`SELECT ${EXCEPTION_COLUMNS} FROM "exception" x WHERE ${Prisma.join(conditions, ' AND ')} ORDER BY x."sequence" DESC LIMIT ${page.limit + 1}`,
  )
  return pageOf(rows, page.limit, exceptionOf)
}

function stateCondition(state: ExceptionState, now: Date): Prisma.Sql {
  const isOpen = Prisma.sql`x."state" IN ('requested', 'approved')`
  if (state === 'expired') return Prisma.sql`(x."state" = 'expired' OR (${isOpen} AND x."expires_at" <= ${now}))`
  if (state === 'requested' || state === 'approved') return Prisma.sql`(x."state" = ${state} AND x."expires_at" > ${now})`
  return Prisma.sql`x."state" = ${state}`
}

function namesCondition({ commits, trees, digests }: Pick<CandidateNames, 'commits' | 'trees' | 'digests'>): Prisma.Sql {
  return Prisma.sql`(x."git_commit" = ANY(${[...commits]}) OR x."git_tree" = ANY(${[...trees]}) OR x."sha256" = ANY(${[...digests]}))`
}

/** Ids of exceptions that nobody has ended and whose time is up at `now`, those longest past first. */
export async function pastExceptions(session: Session, repositoryId: bigint, now: Date, limit: number): Promise<readonly string[]> {
  const rows = await session.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "exception" WHERE "repository_id" = ${repositoryId} AND "ended_at" IS NULL AND "expires_at" <= ${now}
    ORDER BY "expires_at" LIMIT ${limit}`
  return rows.map(({ id }) => id)
}

/** Whoever is behind some identities: a person by themselves, a token by who owns it or made it, also through the tokens between. */
export async function peopleBehind(session: Session, identities: readonly string[]): Promise<readonly PersonThen[]> {
  if (identities.length === 0) return []
  return session.$queryRaw<PersonThen[]>`
    WITH RECURSIVE "behind" AS (
      SELECT unnest(${[...new Set(identities)]}::text[]) AS "identity"
      UNION
      SELECT unnest(ARRAY[t."created_by", 'person:' || t."owner_person_id"::text]) FROM "behind" b JOIN "api_token" t ON b."identity" = 'token:' || t."id"
    )
    SELECT p."id", p."email", p."name" FROM "person" p JOIN "behind" b ON b."identity" = 'person:' || p."id"::text ORDER BY p."email_key"`
}
