import type { Client } from 'pg'
import { Prisma } from '#lib/generated/prisma/client.ts'
import type { Session } from '#lib/store/database.ts'

/** Milliseconds that the server works, by its own clock, on all the statements that `ask` puts to it: planning and running, not sending. */
export async function serverTime(client: Client, session: Session, ask: (session: Session) => Promise<unknown>): Promise<number> {
  const statements: Pick<Prisma.Sql, 'text' | 'values'>[] = []
  await ask(listening(session, statements))
  let total = 0
  for (const { text, values } of statements) total += await timeOf(client, text, values)
  return total
}

/** By the server's own clock, one statement. */
export async function timeOf(client: Client, text: string, values: readonly unknown[] = []): Promise<number> {
  const { rows } = await client.query(`EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${text}`, [...values])
  const [plan] = rows[0]['QUERY PLAN'] as { 'Planning Time': number; 'Execution Time': number }[]
  if (plan === undefined) throw new Error('the server did not explain itself')
  return plan['Planning Time'] + plan['Execution Time']
}

function listening(session: Session, statements: Pick<Prisma.Sql, 'text' | 'values'>[]): Session {
  const listen = (query: TemplateStringsArray | Prisma.Sql, values: readonly unknown[]): Prisma.Sql => {
    const sql = query instanceof Prisma.Sql ? query : Prisma.sql(query, ...values)
    statements.push(sql)
    return sql
  }
  return {
    $queryRaw: (query, ...values) => session.$queryRaw(listen(query, values)),
    $executeRaw: (query, ...values) => session.$executeRaw(listen(query, values)),
  }
}
