import { timingSafeEqual } from 'node:crypto'
import type { TokenScope } from '#lib/model/token-scope.ts'
import type { Session } from './database.ts'

export const TOKEN_ROLES = ['ci'] as const

export type TokenRole = (typeof TOKEN_ROLES)[number]

export interface KnownToken {
  readonly id: string
  readonly name: string
  readonly role: TokenRole
  /** What it may post for. */
  readonly scope: TokenScope
  /** Null for one that does not end. */
  readonly expiresAt: Date | null
}

export interface TokenToKeep {
  readonly id: string
  readonly name: string
  readonly sha256: string
  readonly scope: TokenScope
  readonly createdBy: string
  /** Who counts as the author of what it posts; null for nobody. */
  readonly ownerId: string | null
  readonly createdAt: Date
  readonly expiresAt: Date
}

/** How often the last use of a token is written down; more often would turn every request into a write. */
const LAST_USE_STEP_MS = 60_000

/**
 * The token whose SHA-256 this is, while it has not expired by the database's clock; null for any other. Writes down that it was used.
 */
export async function findToken(session: Session, sha256: string): Promise<KnownToken | null> {
  const rows = await session.$queryRaw<TokenRow[]>`
    SELECT "id", "name", "sha256", "gates", "domains", "expires_at", (extract(epoch FROM clock_timestamp() - "last_used_at") * 1000)::bigint AS unused_for
    FROM "api_token" WHERE "sha256" = ${sha256} AND ("expires_at" IS NULL OR "expires_at" > clock_timestamp())`
  const row = rows[0]
  if (row === undefined || !isSameText(row.sha256, sha256)) return null
  if (row.unused_for === null || row.unused_for > LAST_USE_STEP_MS) {
    await session.$executeRaw`UPDATE "api_token" SET "last_used_at" = clock_timestamp() WHERE "id" = ${row.id}`
  }
  // The database holds the role to this list (`api_token_role_check`).
  return { id: row.id, name: row.name, role: 'ci', scope: { gates: row.gates, domains: row.domains }, expiresAt: row.expires_at }
}

interface TokenRow extends TokenScope {
  readonly id: string
  readonly name: string
  readonly sha256: string
  readonly expires_at: Date | null
  readonly unused_for: bigint | null
}

/** When a token ends; null when it does not, or when there is none of that id. */
export async function tokenExpiry(session: Session, id: string): Promise<Date | null> {
  const rows = await session.$queryRaw<{ expires_at: Date | null }[]>`SELECT "expires_at" FROM "api_token" WHERE "id" = ${id}`
  return rows[0]?.expires_at ?? null
}

/** The id of the person who counts as the author of what a token posts; null for nobody, or when there is none of that id. */
export async function tokenOwner(session: Session, id: string): Promise<string | null> {
  const rows = await session.$queryRaw<{ owner: string | null }[]>`SELECT "owner_person_id" AS owner FROM "api_token" WHERE "id" = ${id}`
  return rows[0]?.owner ?? null
}

/** Keeps a token, by its hash. */
export async function keepToken(session: Session, token: TokenToKeep): Promise<void> {
  const { gates, domains } = token.scope
  await session.$executeRaw`
    INSERT INTO "api_token" ("id", "name", "sha256", "role", "gates", "domains", "created_by", "owner_person_id", "created_at", "expires_at")
    VALUES (${token.id}, ${token.name}, ${token.sha256}, 'ci', ${gates}::text[], ${domains}::text[], ${token.createdBy},
      ${token.ownerId}::uuid, ${token.createdAt}, ${token.expiresAt})`
}

/**
 * Registers the token that the server was given at its start, by its SHA-256. There is one: a new one takes the place of the old, so
 * that changing the setting takes the old one's rights away.
 */
export async function registerInitialToken(session: Session, sha256: string): Promise<void> {
  await session.$executeRaw`
    INSERT INTO "api_token" ("id", "name", "sha256", "role") VALUES ('initial', 'LANEKEEPER_INIT_CI_TOKEN', ${sha256}, 'ci')
    ON CONFLICT ("id") DO UPDATE SET "sha256" = excluded."sha256", "last_used_at" = NULL WHERE "api_token"."sha256" <> excluded."sha256"`
}

/** Compares without telling by its duration how much was right. */
function isSameText(one: string, other: string): boolean {
  const encoder = new TextEncoder()
  const [a, b] = [encoder.encode(one), encoder.encode(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
