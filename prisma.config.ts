import { defineConfig } from 'prisma/config'

// Prisma's command line wants its native schema engine to exist even for commands that never run it, and would download it.
// Any file that exists satisfies the check; migrations are written and applied without that engine (scripts/db.ts, lib/store/migrate.ts).
if (['generate', 'validate', 'format'].includes(process.argv[2] ?? '')) process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
})
