import { Prisma } from '#lib/generated/prisma/client.ts'
import type { Content } from '#lib/model/content.ts'
import type { Session } from './database.ts'

/** The three columns that name content, as the database gives them. */
export interface ContentRow {
  readonly git_commit: string | null
  readonly git_tree: string | null
  readonly sha256: string | null
}

/** The rows of a query as one JSON document: thousands of rows arrive several times as fast as one by one. Moments come as ISO text. */
export async function jsonRows<Row>(session: Session, query: Prisma.Sql): Promise<readonly Row[]> {
  const answers = await session.$queryRaw<{ rows: string }[]>(
    Prisma.sql`SELECT coalesce(json_agg(to_json(q)), '[]')::text AS rows FROM (${query}) q`,
  )
  return JSON.parse(answers[0]?.rows ?? '[]') as Row[]
}

/** Content with only the names it has. */
export function contentOf({ git_commit, git_tree, sha256 }: ContentRow): Content {
  return {
    ...(git_commit === null ? {} : { gitCommit: git_commit }),
    ...(git_tree === null ? {} : { gitTree: git_tree }),
    ...(sha256 === null ? {} : { sha256 }),
  }
}

/** Content as the columns have it. */
export function contentRow({ gitCommit, gitTree, sha256 }: Content): ContentRow {
  return { git_commit: gitCommit ?? null, git_tree: gitTree ?? null, sha256: sha256 ?? null }
}
