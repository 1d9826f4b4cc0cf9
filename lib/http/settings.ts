import { z } from 'zod'
import { nearestNames } from '#lib/model/nearest-names.ts'
import { isLoopback, ownOrigins } from './own-origins.ts'

/** What the server was told at its start (contract, §5). */
export interface Settings {
  readonly host: string
  readonly port: number
  /** PostgreSQL; null for the embedded database in `dataFolder`. */
  readonly databaseUrl: string | null
  readonly dataFolder: string
  readonly demo: boolean
  readonly publicUrl: string
  /** The origins under which a browser may have loaded our own pages. */
  readonly ownOrigins: readonly string[]
  readonly publicRead: boolean
  readonly initCiToken: string | null
  /** The file that says which CI jobs may post; null: none may without a token of this server. */
  readonly ciRulesFile: string | null
  /** The file that says whom to tell of what is recorded; null: nobody. */
  readonly webhooksFile: string | null
  /** PostgreSQL as the owner of the tables, used for migrating alone; null when `databaseUrl` may migrate itself. */
  readonly migrateDatabaseUrl: string | null
  /** The hash of a checkpoint that an operator gives up, because the database does not reach it. */
  readonly acceptedRollback: string | null
  /** The first administrator; null for none. */
  readonly initAdmin: { readonly email: string; readonly password: string } | null
  /** Where people may sign in beside their passwords here; null: nowhere. */
  readonly oidc: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string } | null
}

type Environment = Readonly<Record<string, string | undefined>>

const flag = z.enum(['0', '1'], { error: 'must be 0 or 1' }).transform((text) => text === '1')

const file = z.string().refine((text) => !text.includes('\0'), 'must be a file')

/** A message says what the value must be; the value itself is never repeated, it may be a secret. */
const VARIABLES = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a whole number from 1 to 65535')
    .transform(Number)
    .pipe(z.number({ error: 'must be a whole number from 1 to 65535' }).min(1).max(65535))
    .default(3000),
  HOST: z
    .string()
    .regex(/^[a-zA-Z0-9.:[\]_-]{1,255}$/, 'must be a host name or an address')
    .default('127.0.0.1'),
  DATABASE_URL: z.string().refine(isPostgresUrl, 'must be an address like postgresql://user:password@host:5432/database').optional(),
  LANEKEEPER_MIGRATE_DATABASE_URL: z
    .string()
    .refine(isPostgresUrl, 'must be an address like postgresql://owner:password@host:5432/database')
    .optional(),
  LANEKEEPER_ACCEPT_ROLLBACK: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'must be the hash of the checkpoint that is given up, as the server names it')
    .optional(),
  LANEKEEPER_DATA: z
    .string()
    .refine((text) => !text.includes('\0'), 'must be a folder')
    .default('.data'),
  LANEKEEPER_DEMO: flag.optional(),
  LANEKEEPER_PUBLIC_URL: z
    .string()
    .refine(isOwnAddress, 'must be an address like https://lanekeeper.example.com, without a path')
    .optional(),
  LANEKEEPER_PUBLIC_READ: flag.optional(),
  LANEKEEPER_INIT_CI_TOKEN: z
    .string()
    .min(32, 'must be 32 characters or more')
    .max(512, 'must be 512 characters or fewer')
    .regex(/^[\x21-\x7e]*$/, 'must be printable ASCII without spaces')
    .optional(),
  LANEKEEPER_OIDC_ISSUER: z
    .string()
    .refine(isIssuer, 'must be the https address of the sign-in provider, as it writes it itself')
    .optional(),
  LANEKEEPER_OIDC_CLIENT_ID: z.string().max(500, 'must be 500 characters or fewer').optional(),
  LANEKEEPER_OIDC_CLIENT_SECRET: z.string().max(500, 'must be 500 characters or fewer').optional(),
  LANEKEEPER_INIT_ADMIN: z
    .string()
    .regex(/^[^\s:@]{1,64}@[^\s:@]{1,190}:.{8,200}$/s, 'must be email:password, the password of 8 to 200 characters')
    .transform((text) => ({ email: text.slice(0, text.indexOf(':')), password: text.slice(text.indexOf(':') + 1) }))
    .optional(),
  LANEKEEPER_CI_RULES: file.optional(),
  LANEKEEPER_WEBHOOKS: file.optional(),
})

const OF_THE_COMMAND_LINE = ['LANEKEEPER_URL', 'LANEKEEPER_TOKEN', 'LANEKEEPER_ID_TOKEN', 'LANEKEEPER_RUN', 'LANEKEEPER_GATE']

/** Variables that the file of webhooks may name; what they hold is checked with it. */
const WEBHOOK_SECRET = 'LANEKEEPER_WEBHOOK_SECRET_'

/** Reads the settings, or answers one readable line for each that is wrong. An empty variable counts as one that is not set. */
export function readSettings(environment: Environment): { readonly settings: Settings } | { readonly faults: readonly string[] } {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = VARIABLES.safeParse(given)
  const faults = unknownNames(Object.keys(given))
  if (!parsed.success) return { faults: [...parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`), ...faults] }
  const { data } = parsed
  const databaseUrl = data.DATABASE_URL ?? null
  const demo = data.LANEKEEPER_DEMO ?? databaseUrl === null
  if (demo && !isLoopback(data.HOST) && data.LANEKEEPER_PUBLIC_READ === undefined) faults.push(demoReachable(data.HOST))
  if (data.LANEKEEPER_MIGRATE_DATABASE_URL !== undefined && databaseUrl === null) faults.push(MIGRATES_NOTHING)
  faults.push(...partOfOidc(given))
  if (faults.length > 0) return { faults }
  const publicUrl = data.LANEKEEPER_PUBLIC_URL === undefined ? null : new URL(data.LANEKEEPER_PUBLIC_URL).origin
  const origins = ownOrigins(publicUrl, data.HOST, data.PORT)
  return {
    settings: {
      host: data.HOST,
      port: data.PORT,
      databaseUrl,
      dataFolder: data.LANEKEEPER_DATA,
      demo,
      publicUrl: origins[0],
      ownOrigins: origins,
      publicRead: data.LANEKEEPER_PUBLIC_READ ?? demo,
      migrateDatabaseUrl: data.LANEKEEPER_MIGRATE_DATABASE_URL ?? null,
      acceptedRollback: data.LANEKEEPER_ACCEPT_ROLLBACK ?? null,
      initCiToken: data.LANEKEEPER_INIT_CI_TOKEN ?? null,
      ciRulesFile: data.LANEKEEPER_CI_RULES ?? null,
      webhooksFile: data.LANEKEEPER_WEBHOOKS ?? null,
      initAdmin: data.LANEKEEPER_INIT_ADMIN ?? null,
      oidc: oidcOf(data),
    },
  }
}

const OIDC = ['LANEKEEPER_OIDC_ISSUER', 'LANEKEEPER_OIDC_CLIENT_ID', 'LANEKEEPER_OIDC_CLIENT_SECRET'] as const

/** A provider is named by three settings, or by none. */
function partOfOidc(given: Environment): readonly string[] {
  const missing = OIDC.filter((name) => given[name] === undefined)
  return missing.length === OIDC.length
    ? []
    : missing.map((name) => `${name} must be set as well: a sign-in provider needs all of ${OIDC.join(', ')}`)
}

function oidcOf(data: z.infer<typeof VARIABLES>): Settings['oidc'] {
  const [issuer, clientId, clientSecret] = OIDC.map((name) => data[name])
  return issuer === undefined || clientId === undefined || clientSecret === undefined ? null : { issuer, clientId, clientSecret }
}

function isIssuer(text: string): boolean {
  const url = parseUrl(text)
  if (url === null || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return false
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))
}

/** A misspelled name would silently leave its default in force, and some defaults decide who may read. */
function unknownNames(names: readonly string[]): string[] {
  const known = [...Object.keys(VARIABLES.shape), ...OF_THE_COMMAND_LINE]
  return names
    .filter((name) => name.startsWith('LANEKEEPER_') && !name.startsWith(WEBHOOK_SECRET) && !known.includes(name))
    .sort()
    .map((name) => {
      const [nearest] = nearestNames(name, known)
      return `${name} is not a setting${nearest === undefined ? '' : `; did you mean ${nearest}?`}`
    })
}

const MIGRATES_NOTHING =
  'LANEKEEPER_MIGRATE_DATABASE_URL is set and DATABASE_URL is not: it names the owner of the tables that DATABASE_URL works with'

function demoReachable(host: string): string {
  return `LANEKEEPER_DEMO is on and HOST (${host}) can be reached from other machines: the demo has known accounts and is readable by anyone. Set LANEKEEPER_DEMO=0, or say with LANEKEEPER_PUBLIC_READ=0 or 1 that it is meant to be reached`
}

function isPostgresUrl(text: string): boolean {
  const url = parseUrl(text)
  return url !== null && (url.protocol === 'postgres:' || url.protocol === 'postgresql:')
}

function isOwnAddress(text: string): boolean {
  const url = parseUrl(text)
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return false
  return url.username === '' && url.password === '' && url.pathname === '/' && url.search === '' && url.hash === ''
}

function parseUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null
}
