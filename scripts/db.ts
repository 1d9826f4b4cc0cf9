/**
 * Writes and checks migrations without Prisma's native engine, which would have to be downloaded.
 *
 *   tsx scripts/db.ts new NAME    writes prisma/migrations/<moment>_NAME/migration.sql from what the schema adds to the migrations
 *   tsx scripts/db.ts check       exit 1, printing the SQL, when the migrations do not add up to the schema
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { PrismaPGlite } from 'pglite-prisma-adapter'

const SCHEMA = 'prisma/schema.prisma'
const MIGRATIONS = 'prisma/migrations'

interface DiffEngine {
  diff(params: object): Promise<{ exitCode: number; stdout: string | null }>
}

/** The adapter's own `executeScript` does not wait for the script to end. */
class ShadowAdapterFactory extends PrismaPGlite {
  override async connectToShadowDb() {
    const database = await PGlite.create()
    const adapter = await new PrismaPGlite(database).connect()
    adapter.executeScript = async (script: string) => {
      await database.exec(script)
    }
    return adapter
  }
}

/** Loads the engine by hand: Node 20 cannot import a `.wasm` file. Once per process; a second load crashes inside the engine. */
async function openEngine(schema: string): Promise<DiffEngine> {
  const engine = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const file = createRequire(import.meta.url)
    .resolve('@prisma/schema-engine-wasm/schema_engine_bg')
    .replace(/\.js$/, '.wasm')
  const instance = await WebAssembly.instantiate(new WebAssembly.Module(new Uint8Array(readFileSync(file))), {
    './schema_engine_bg.js': engine,
  })
  engine.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start
  if (typeof start === 'function') start()
  const adapter = bindMigrationAwareSqlAdapterFactory(new ShadowAdapterFactory(await PGlite.create()))
  return engine.SchemaEngine.new({ datamodels: [[SCHEMA, schema]] }, () => undefined, adapter)
}

/** The SQL that leads from the migrations to the schema; null when there is nothing to do. */
async function missingSql(): Promise<string | null> {
  const schema = readFileSync(SCHEMA, 'utf8')
  const engine = await openEngine(schema)
  const lockfile = 'migration_lock.toml'
  const migrationDirectories = readdirSync(MIGRATIONS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((path) => ({
      path,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readFileSync(join(MIGRATIONS, path, 'migration.sql'), 'utf8') },
      },
    }))
  const answer = await engine.diff({
    from: {
      tag: 'migrations',
      baseDir: join(process.cwd(), MIGRATIONS),
      lockfile: { path: lockfile, content: readFileSync(join(MIGRATIONS, lockfile), 'utf8') },
      shadowDbInitScript: '',
      migrationDirectories,
    },
    to: { tag: 'schemaDatamodel', files: [{ path: SCHEMA, content: schema }] },
    script: true,
    exitCode: true,
    shadowDatabaseUrl: null,
    filters: { externalTables: [], externalEnums: [] },
  })
  return answer.exitCode === 2 ? (answer.stdout ?? '') : null
}

async function writeMigration(name: string): Promise<number> {
  if (!/^[a-z0-9_]{1,60}$/.test(name)) throw new Error('NAME is lower-case letters, digits and _')
  const sql = await missingSql()
  if (sql === null) {
    console.log('nothing to write: the migrations already add up to the schema')
    return 0
  }
  const moment = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = join(MIGRATIONS, `${moment}_${name}`)
  if (existsSync(folder)) throw new Error(`${folder} exists`)
  mkdirSync(folder)
  writeFileSync(join(folder, 'migration.sql'), sql)
  console.log(`${folder}/migration.sql written`)
  return 0
}

async function checkMigrations(): Promise<number> {
  const sql = await missingSql()
  if (sql === null) {
    console.log('the migrations add up to the schema')
    return 0
  }
  console.error(`the schema asks for more than the migrations give; write it with: npx tsx scripts/db.ts new NAME\n\n${sql}`)
  return 1
}

const [command, name] = process.argv.slice(2)
if (command === 'new' && name !== undefined) process.exitCode = await writeMigration(name)
else if (command === 'check') process.exitCode = await checkMigrations()
else {
  console.error('usage: tsx scripts/db.ts new NAME | check')
  process.exitCode = 2
}
