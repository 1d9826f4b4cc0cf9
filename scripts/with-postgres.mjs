/**
 * Runs a command with TEST_DATABASE_URL set to a throw-away PostgreSQL server, and removes the server afterwards:
 *
 *   node scripts/with-postgres.mjs COMMAND [ARGUMENT…]
 *
 * A test need not wait for the disk, so nothing is flushed to it; PG_FSYNC=on makes it as durable as a real one.
 * Needs PostgreSQL's own programs (Debian: `apt-get install postgresql`), found on the PATH, under /usr/lib/postgresql or in PG_BIN.
 * Exits with the command's status; 69 when there is no PostgreSQL, having said so.
 */
import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const NO_POSTGRES = 69

function findPrograms() {
  const installed = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql').sort((a, b) => Number(b) - Number(a)) : []
  const folders = [
    process.env.PG_BIN,
    ...installed.map((version) => `/usr/lib/postgresql/${version}/bin`),
    ...(process.env.PATH ?? '').split(':'),
  ]
  return folders.find((folder) => folder && existsSync(join(folder, 'initdb')))
}

/** PostgreSQL refuses to run as root; then it runs as the user that Debian's package makes for it. */
function findOwner() {
  if (process.getuid?.() !== 0) return null
  const line = spawnSync('getent', ['passwd', 'postgres'], { encoding: 'utf8' }).stdout?.trim()
  if (!line) throw new Error('this runs as root, and there is no user `postgres` to run PostgreSQL as')
  const [, , uid, gid] = line.split(':')
  return { uid: Number(uid), gid: Number(gid) }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}

const [command, ...args] = process.argv.slice(2)
if (command === undefined) {
  console.error('usage: node scripts/with-postgres.mjs COMMAND [ARGUMENT…]')
  process.exit(2)
}
const programs = findPrograms()
if (programs === undefined) {
  console.error('no PostgreSQL on this machine (Debian: apt-get install postgresql)')
  process.exit(NO_POSTGRES)
}

const owner = findOwner()
const folder = mkdtempSync(join(tmpdir(), 'lanekeeper-postgres-'))
const data = join(folder, 'data')
const passwordFile = join(folder, 'password')
const password = randomBytes(16).toString('hex')
writeFileSync(passwordFile, password, { mode: 0o600 })
if (owner !== null) for (const path of [folder, passwordFile]) chownSync(path, owner.uid, owner.gid)

const run = (program, programArgs) => {
  const done = spawnSync(join(programs, program), programArgs, { ...owner, cwd: folder, encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`${program} failed: ${done.error?.message ?? ''}${done.stderr ?? ''}${done.stdout ?? ''}`)
}

let running = false
function removeServer() {
  if (running) spawnSync(join(programs, 'pg_ctl'), ['stop', '-D', data, '-m', 'immediate', '-w'], { ...owner, cwd: folder })
  running = false
  rmSync(folder, { recursive: true, force: true })
}
process.on('exit', removeServer)

const initdbOptions = ['-U', 'lanekeeper', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8', '--locale=C', '--no-sync']
run('initdb', ['-D', data, ...initdbOptions])
const port = await freePort()
const serverOptions = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c fsync=${process.env.PG_FSYNC ?? 'off'} -c timezone=Europe/Berlin`
run('pg_ctl', ['start', '-D', data, '-w', '-l', join(folder, 'log'), '-o', serverOptions])
running = true

const url = `postgresql://lanekeeper:${password}@127.0.0.1:${port}/postgres`
const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, TEST_DATABASE_URL: url } })
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('error', (error) => {
  console.error(`${command} cannot be run: ${error.message}`)
  process.exit(2)
})
child.on('exit', (code, signal) => process.exit(signal === null ? (code ?? 1) : 1))
