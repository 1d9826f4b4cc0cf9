import type { Session } from './database.ts'

/** Who the database takes this process for, and by what it could rewrite the history. */
export interface RewritingRole {
  readonly role: string
  /** One line each; empty for a role that can only append. */
  readonly ways: readonly string[]
}

/** Asks what the role could do, not what it does: rights, ownership, membership. */
export async function waysToRewrite(session: Session): Promise<RewritingRole> {
  const [row] = await session.$queryRaw<{ role: string; ways: readonly string[] }[]>`
    SELECT current_user::text AS "role", ARRAY(SELECT "way" FROM ways_to_rewrite()) AS "ways"`
  if (row === undefined) throw new Error('the database did not say who asks')
  return row
}
