import type { DatabaseTrust } from '#lib/model/audit-trust.ts'
import { ask, storeEngine } from '#lib/store/session.ts'
import { waysToRewrite } from '#lib/store/ways-to-rewrite.ts'

/** Asks the database what the role by which the application connects could do to the history. */
export async function databaseTrust(): Promise<DatabaseTrust> {
  const engine = await storeEngine()
  const { role, ways } = await ask(waysToRewrite)
  const because = engine === 'embedded' ? [EMBEDDED] : ways.map((way) => `The application connects as ${role}: ${way}.`)
  return { engine, role, mayRewriteHistory: because.length > 0, because }
}

const EMBEDDED =
  'The embedded database knows one role, which may do everything, and its files belong to whoever runs the server. Only PostgreSQL can keep the application from rewriting the history.'
