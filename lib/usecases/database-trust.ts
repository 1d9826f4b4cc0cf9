import { ask, storeEngine } from '#lib/store/session.ts'
import { waysToRewrite } from '#lib/store/ways-to-rewrite.ts'

/** How far the database keeps the application itself from rewriting the history. */
export interface DatabaseTrust {
  readonly engine: 'embedded' | 'postgresql'
  /** Whom the database takes the application for. */
  readonly role: string
  /** False when the application can only append. */
  readonly mayRewriteHistory: boolean
  /** By what it could; a sentence each. */
  readonly because: readonly string[]
}

/** Asks the database what the role by which the application connects could do to the history. */
export async function databaseTrust(): Promise<DatabaseTrust> {
  const engine = await storeEngine()
  const { role, ways } = await ask(waysToRewrite)
  const because = engine === 'embedded' ? [EMBEDDED] : ways.map((way) => `The application connects as ${role}: ${way}.`)
  return { engine, role, mayRewriteHistory: because.length > 0, because }
}

const EMBEDDED =
  'The embedded database knows one role, which may do everything, and its files belong to whoever runs the server. Only PostgreSQL can keep the application from rewriting the history.'
