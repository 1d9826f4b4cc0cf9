/** Writes repositories into the embedded database of a folder, naming each on standard output once it was acknowledged, until it is killed. */
import { openEmbeddedDatabase } from '#lib/store/embedded-database.ts'
import { migrate } from '#lib/store/migrate.ts'

const [folder = ''] = process.argv.slice(2)
try {
  const database = await openEmbeddedDatabase(folder)
  await migrate(database.pool)
  for (let count = 0; ; count += 1) {
    const { name } = await database.prisma.repository.create({ data: { name: `${process.pid}-${count}` } })
    process.stdout.write(`${name}\n`)
  }
} catch (error) {
  process.stdout.write(`refused: ${error instanceof Error ? error.name : String(error)}\n`)
  process.exitCode = 1
}
