import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Pool } from 'pg'

/** Eight booleans for each domain, from the newest result of each gate: what a board costs where nothing is explained. */
const ROLL_UP = `SELECT "domain", ${Array.from({ length: 8 }, (_, at) => `bool_and("passed") FILTER (WHERE "layer" = ${at % 4}) AS "item${at + 1}"`).join(', ')}
  FROM "bench_newest" GROUP BY "domain" ORDER BY "domain"`

export interface PlainBoard {
  readonly address: string
  close(): Promise<void>
}

/** A server of node and pg alone that answers a board of so many domains with 30 gates each, asked of the database every time. */
export async function startPlainBoard(databaseUrl: string, domains: number): Promise<PlainBoard> {
  const pool = new Pool({ connectionString: databaseUrl, max: 10 })
  await pool.query(
    'CREATE TABLE "bench_newest" ("domain" text, "gate" text, "layer" int, "passed" boolean, PRIMARY KEY ("domain", "gate"))',
  )
  await pool.query(
    `INSERT INTO "bench_newest" SELECT 'domain-' || lpad(d::text, 3, '0'), 'gate-' || g, g % 4, (d * 31 + g) % 97 > 2 FROM generate_series(0, $1::int - 1) AS d, generate_series(0, 29) AS g`,
    [domains],
  )
  await pool.query('ANALYZE "bench_newest"')
  const server = createServer((_, answer) => {
    pool.query(ROLL_UP).then(
      ({ rows }) => answer.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ rows })),
      () => answer.writeHead(500).end(),
    )
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}/`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
      await pool.end()
    },
  }
}
