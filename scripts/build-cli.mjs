import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/**
 * The command line is TypeScript and runs without a build: it is bundled on first use, and again whenever one of the files that went
 * into the bundle has another size or time. Every write is a rename of a finished file, so runs beside each other never see half of one.
 */

const MANIFEST = 'bundle.json'
const DAY = 24 * 60 * 60 * 1000

/**
 * A bundle that is up to date, or null when one has to be made: its path, and where it may keep what it has read. Another bundle is
 * another version: it remembers nothing of this one.
 */
export function findBundle(root) {
  for (const folder of cacheFolders(root)) {
    const bundle = freshBundle(root, folder)
    if (bundle !== null) return bundle
  }
  return null
}

/** Bundles the command line. Throws when the sources do not compile. */
export async function buildBundle(root) {
  const { build } = await import('esbuild')
  const started = Date.now()
  const result = await build({
    absWorkingDir: root,
    entryPoints: ['cli/main.ts'],
    bundle: true,
    platform: 'node',
    target: 'node20',
    // One CommonJS file: dynamic imports inside it stay lazy, and it loads faster than the same code as ES modules.
    format: 'cjs',
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    logLevel: 'silent',
    metafile: true,
    write: false,
    outfile: 'lanekeeper.cjs',
  })
  const [output] = result.outputFiles
  const inputs = Object.keys(result.metafile.inputs).filter((path) => !path.includes('node_modules/'))
  // A file that was written while the bundle was made may be newer than what went in: no stamp, so the next run builds again.
  const stamps = [...inputs, ...ALWAYS_STAMPED].map((path) => {
    const stamp = stampOf(root, path)
    return [path, ...(stamp !== null && stamp[1] < started ? stamp : [-1, -1])]
  })
  for (const folder of cacheFolders(root)) {
    try {
      return writeBundle(folder, output, stamps)
    } catch {
      // A folder that cannot be written is no reason to fail: the next one may be.
    }
  }
  return writeBundle(mkdtempSync(join(tmpdir(), 'lanekeeper-cli-')), output, stamps)
}

/** What decides about every input below `node_modules`, and this file. */
const ALWAYS_STAMPED = ['package-lock.json', 'scripts/build-cli.mjs']

function writeBundle(folder, output, stamps) {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (!isOurs(folder)) throw new Error(`${folder} can be written by others`)
  const name = `lanekeeper-${output.hash.replace(/[^a-zA-Z0-9]/g, '')}.cjs`
  writeWhole(folder, name, output.contents)
  writeWhole(folder, MANIFEST, JSON.stringify({ bundle: name, stamps }))
  removeOldBundles(folder, name)
  return bundleAt(folder, name)
}

function writeWhole(folder, name, contents) {
  const draft = join(folder, `${name}.${process.pid}.draft`)
  writeFileSync(draft, contents)
  renameSync(draft, join(folder, name))
}

/** A run that started before may still be about to load an older bundle: only what is a day old goes. */
function removeOldBundles(folder, kept) {
  for (const name of readdirSync(folder)) {
    if (name.startsWith(kept) || !/^lanekeeper-|\.draft$/.test(name)) continue
    const path = join(folder, name)
    const seen = statSync(path, { throwIfNoEntry: false })
    if (seen !== undefined && Date.now() - seen.mtimeMs > DAY) rmSync(path, { force: true })
  }
}

function freshBundle(root, folder) {
  try {
    if (!isOurs(folder)) return null
    const { bundle, stamps } = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8'))
    for (const [path, size, time] of stamps) {
      const stamp = stampOf(root, path)
      if (stamp === null || stamp[0] !== size || stamp[1] !== time) return null
    }
    return statSync(join(folder, bundle)).isFile() ? bundleAt(folder, bundle) : null
  } catch {
    return null
  }
}

function bundleAt(folder, name) {
  return { path: join(folder, name), memory: { folder: join(folder, 'models'), version: name } }
}

function stampOf(root, path) {
  const seen = statSync(join(root, path), { throwIfNoEntry: false })
  return seen === undefined ? null : [seen.size, seen.mtimeMs]
}

/** Where a bundle may lie: in the clone, or, when that cannot be written, in a folder of this user among the temporary files. */
function cacheFolders(root) {
  return [join(root, '.cache', 'cli'), join(privateFolder(), root.replace(/[^a-zA-Z0-9]+/g, '-').slice(-100))]
}

function privateFolder() {
  return join(tmpdir(), `lanekeeper-cli-${process.getuid?.() ?? 'user'}`)
}

/** Code is loaded from the folder. One among the temporary files must be this user's own, and nobody else may write there. */
function isOurs(folder) {
  if (dirname(folder) !== privateFolder() || process.getuid === undefined) return true
  const seen = lstatSync(dirname(folder))
  return seen.isDirectory() && seen.uid === process.getuid() && (seen.mode & 0o022) === 0
}
