#!/usr/bin/env node
import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/**
 * Runs a benchmark: `node bench/run.mjs route|ingest|board|pages [--quick]`. It is bundled first, as the command line is: a loader that
 * compiles while it runs would cost every one of the hundreds of child processes a quarter of a second, and would wrap our
 * functions to keep their names, which peers that come compiled do not pay for. Packages stay as they were published.
 */
const here = dirname(fileURLToPath(import.meta.url))
const root = dirname(here)
const [name, ...options] = process.argv.slice(2)
const benchmarks = readdirSync(here).flatMap((file) => (/^[a-z]+\.ts$/.test(file) && file !== 'random.ts' ? [file.slice(0, -3)] : []))

// Those that look at what is stored need a server that flushes to the disk.
const NEEDS_POSTGRES = ['ingest', 'board', 'pages']

if (NEEDS_POSTGRES.includes(name) && !process.env.TEST_DATABASE_URL) {
  const again = [join(root, 'scripts', 'with-postgres.mjs'), process.execPath, fileURLToPath(import.meta.url), name, ...options]
  const child = spawn(process.execPath, again, { cwd: root, stdio: 'inherit', env: { ...process.env, PG_FSYNC: 'on' } })
  child.on('exit', (code) => {
    process.exitCode = code ?? 1
  })
} else if (!benchmarks.includes(name)) {
  process.stderr.write(`Usage: node bench/run.mjs NAME [options]; NAME is one of: ${benchmarks.join(', ')}\n`)
  process.exitCode = 2
} else {
  const outdir = join(root, '.cache', 'bench')
  await build({
    absWorkingDir: root,
    entryPoints: [`bench/${name}.ts`, `bench/${name}-worker.ts`].filter((path) => existsSync(join(root, path))),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    // Chunks keep what one task or side needs out of the processes of the others.
    splitting: true,
    packages: 'external',
    outExtension: { '.js': '.mjs' },
    outdir,
    logLevel: 'warning',
  })
  const child = spawn(process.execPath, [join(outdir, `${name}.mjs`), ...options], { cwd: root, stdio: 'inherit' })
  child.on('exit', (code, signal) => {
    if (signal !== null) process.stderr.write(`The benchmark was ended by ${signal}.\n`)
    process.exitCode = code ?? 1
  })
}
