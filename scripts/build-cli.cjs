const { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } = require('node:fs')
const { tmpdir } = require('node:os')
const { basename, dirname, join } = require('node:path')

/**
 * The command line is TypeScript and runs without a build: it is bundled on first use, and again whenever one of the files that went
 * into the bundle has another size or time. Every write is a rename of something finished, so runs beside each other never see half.
 */

const MANIFEST = 'bundle.json'
const DAY = 24 * 60 * 60 * 1000

/**
 * What is loaded always, and what is loaded only when a model or a test report has to be read: each is a file of its own, and only the first
 * must be small.
 */
const PARTS = { main: 'cli/main.ts', reader: 'cli/source-trees/model-reader.ts', reports: 'lib/formats/junit-report.ts' }

/** What decides about every input below `node_modules`, and how bundles are made and loaded. */
const ALWAYS_STAMPED = ['package-lock.json', 'scripts/build-cli.cjs', 'scripts/load-cli.cjs']

/**
 * A bundle that is up to date, or null when one has to be made: its folder, and where it may keep what it has read. Another bundle is
 * another version: it remembers nothing of this one.
 */
function findBundle(root) {
  for (const folder of cacheFolders(root)) {
    const bundle = freshBundle(root, folder)
    if (bundle !== null) return bundle
  }
  return null
}

/** Bundles the command line. Throws when the sources do not compile. */
async function buildBundle(root) {
  const { build } = await import('esbuild')
  const started = Date.now()
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: PARTS,
    outdir: 'out',
    bundle: true,
    platform: 'node',
    target: 'node20',
    // CommonJS loads faster than the same code as ES modules, and its dynamic imports are lazy.
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    supported: { 'dynamic-import': false },
    plugins: [{ name: 'parts', setup: keepPartsApart }],
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    logLevel: 'silent',
    metafile: true,
    write: false,
  })
  const inputs = Object.keys(metafile.inputs).filter((path) => !path.includes('node_modules/'))
  // A file that was written while the bundle was made may be newer than what went in: no stamp, so the next run builds again.
  const stamps = [...inputs, ...ALWAYS_STAMPED].map((path) => {
    const stamp = stampOf(`${root}/${path}`)
    return [path, ...(stamp !== null && stamp[1] < started ? stamp : [-1, -1])]
  })
  for (const folder of cacheFolders(root)) {
    try {
      return writeBundle(folder, outputFiles, stamps)
    } catch {
      // A folder that cannot be written is no reason to fail: the next one may be.
    }
  }
  return writeBundle(mkdtempSync(join(tmpdir(), 'lanekeeper-cli-')), outputFiles, stamps)
}

/** The readers are not bundled into what is loaded always: each is loaded from its own file beside it. */
function keepPartsApart({ onResolve }) {
  for (const [name, path] of Object.entries(PARTS)) {
    const file = basename(path)
    onResolve({ filter: new RegExp(`/${file.replace('.', '\\.')}$`) }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: `./${name}.cjs`, external: true } : undefined,
    )
  }
}

function writeBundle(folder, files, stamps) {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (!isOurs(folder)) throw new Error(`${folder} can be written by others`)
  const version = files.map(({ hash }) => hash.replace(/[^a-zA-Z0-9]/g, '')).join('-')
  const draft = mkdtempSync(join(folder, 'draft-'))
  for (const { path, contents } of files) writeFileSync(join(draft, basename(path)), contents)
  moveFolder(draft, join(folder, version))
  const manifest = join(folder, `draft-${process.pid}.json`)
  writeFileSync(manifest, JSON.stringify({ version, stamps }))
  renameSync(manifest, join(folder, MANIFEST))
  removeOldBundles(folder, version)
  return bundleAt(folder, version)
}

/** The same sources give the same bundle: one that a run beside this has put there is as good. */
function moveFolder(from, to) {
  try {
    renameSync(from, to)
  } catch (error) {
    rmSync(from, { recursive: true, force: true })
    if (statSync(to, { throwIfNoEntry: false }) === undefined) throw error
  }
}

/** A run that started before may still be about to load an older bundle: only what is a day old goes. */
function removeOldBundles(folder, kept) {
  for (const name of readdirSync(folder)) {
    if (name === kept || name === MANIFEST) continue
    const seen = statSync(join(folder, name), { throwIfNoEntry: false })
    if (seen !== undefined && Date.now() - seen.mtimeMs > DAY) rmSync(join(folder, name), { recursive: true, force: true })
  }
}

function freshBundle(root, folder) {
  try {
    if (!isOurs(folder)) return null
    const { version, stamps } = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8'))
    for (const [path, size, time] of stamps) {
      const stamp = stampOf(`${root}/${path}`)
      if (stamp === null || stamp[0] !== size || stamp[1] !== time) return null
    }
    return statSync(`${folder}/${version}/main.cjs`).isFile() ? bundleAt(folder, version) : null
  } catch {
    return null
  }
}

function bundleAt(folder, version) {
  return { folder: join(folder, version), memory: { folder: join(folder, version, 'models'), version } }
}

function stampOf(path) {
  const seen = statSync(path, { throwIfNoEntry: false })
  return seen === undefined ? null : [seen.size, seen.mtimeMs]
}

/** Where a bundle may lie: in the clone, or, when that cannot be written, in a folder of this user among the temporary files. */
function* cacheFolders(root) {
  yield join(root, '.cache', 'cli')
  yield join(privateFolder(), root.replace(/[^a-zA-Z0-9]+/g, '-').slice(-100))
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

module.exports = { findBundle, buildBundle }
