import type { Session } from './database.ts'

/** A governed repository, known since its first model was stored. */
export interface KnownRepository {
  readonly id: bigint
  readonly name: string
}

/** The repository of that name, or null. */
export async function findRepository(session: Session, name: string): Promise<KnownRepository | null> {
  const rows = await session.$queryRaw<KnownRepository[]>`SELECT "id", "name" FROM "repository" WHERE "name" = ${name}`
  return rows[0] ?? null
}

/** The first repositories in order of name. */
export async function firstRepositories(session: Session, limit: number): Promise<readonly KnownRepository[]> {
  return session.$queryRaw<KnownRepository[]>`SELECT "id", "name" FROM "repository" ORDER BY "name" LIMIT ${limit}`
}

/**
 * Makes sure that the repository exists and holds it until the transaction ends, so that models of one repository are stored one after
 * the other and the order of their sequence is the order in which they became current.
 */
export async function holdRepository(session: Session, name: string): Promise<KnownRepository> {
  await session.$executeRaw`INSERT INTO "repository" ("name") VALUES (${name}) ON CONFLICT ("name") DO NOTHING`
  const rows = await session.$queryRaw<{ id: bigint }[]>`SELECT "id" FROM "repository" WHERE "name" = ${name} FOR UPDATE`
  const row = rows[0]
  if (row === undefined) throw new Error('a repository was removed while a model was stored')
  return { id: row.id, name }
}
