import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/*
 * The steps that `npm start` and `npm test` share. Node's own modules only: they run before anything is installed.
 */

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const stamps = join(root, 'node_modules', '.cache', 'lanekeeper')

/** Says what is happening, with the seconds since the start. */
export function say(text) {
  process.stdout.write(`[${(performance.now() / 1000).toFixed(1).padStart(6)} s] ${text}\n`)
}

/** Refuses a Node that is too old, in one sentence. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  process.stderr.write(`Lanekeeper needs Node 20.19 or newer; this is ${process.versions.node}.\n`)
  process.exit(2)
}

/** Runs a command in the project's folder; answers its exit code. */
export function run(command, args, { env = {}, quiet = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', quiet ? 'ignore' : 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    })
    child.on('error', (error) => {
      process.stderr.write(`${command}: ${error.message}\n`)
      resolve(127)
    })
    child.on('close', (code) => resolve(code ?? 1))
  })
}

/** Runs a command that must succeed; ends the process with its code when it does not. */
export async function must(command, args, options) {
  const code = await run(command, args, options)
  if (code === 0) return
  process.stderr.write(`\n${command} ${args.join(' ')} failed with exit code ${code}.\n`)
  process.exit(code)
}

/** A tool of `node_modules`, run by this Node without npm in between. */
export function tool(path) {
  return join(root, 'node_modules', path)
}

/** Installs exactly what the lock file says, unless that is what is there. */
export async function install() {
  await whenChanged('install', ['package-lock.json', 'package.json', '.npmrc'], 'Installing packages (npm ci)', () =>
    must('npm', ['ci', '--no-audit', '--no-fund', '--loglevel', 'error']),
  )
}

/** Makes the database client from the schema. */
export async function generate() {
  await whenChanged('generate', ['prisma/schema.prisma', 'prisma.config.ts', 'package-lock.json'], 'Generating the database client', () =>
    must(process.execPath, [tool('prisma/build/index.js'), 'generate'], { quiet: true }),
  )
}

/** Builds the web application for production, unless nothing it is made of changed. */
export async function build() {
  const sources = [
    ...trackedFiles(['app', 'components', 'lib', 'prisma', 'public']),
    'next.config.ts',
    'instrumentation.ts',
    'postcss.config.mjs',
  ]
  await whenChanged('build', [...sources, 'package-lock.json', 'tsconfig.json'], 'Building the web application (next build)', () =>
    must(process.execPath, [tool('next/dist/bin/next'), 'build'], { env: { NEXT_TELEMETRY_DISABLED: '1' } }),
  )
}

const MADE = { install: 'node_modules/.package-lock.json', generate: 'lib/generated/prisma', build: '.next/BUILD_ID' }

async function whenChanged(name, files, title, make) {
  const stamp = join(stamps, name)
  const current = digest(files)
  const made = existsSync(join(root, MADE[name]))
  if (made && existsSync(stamp) && readFileSync(stamp, 'utf8') === current) return
  say(`${title} …`)
  await make()
  mkdirSync(stamps, { recursive: true })
  writeFileSync(stamp, current)
}

function digest(files) {
  const hash = createHash('sha256').update(process.version)
  for (const file of files) {
    const path = join(root, file)
    hash.update(`\0${file}\0`)
    if (existsSync(path)) hash.update(readFileSync(path))
  }
  return hash.digest('hex')
}

function trackedFiles(folders) {
  const listed = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', ...folders], {
    cwd: root,
    encoding: 'utf8',
  })
  if (listed.status === 0) return listed.stdout.split('\0').filter(Boolean).sort()
  // Without git nobody can tell what changed: a name that is always new makes the step run.
  return [`unknown-${Date.now()}`]
}
