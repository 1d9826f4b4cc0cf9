const { readFileSync, renameSync, writeFileSync } = require('node:fs')
const { createRequire } = require('node:module')
const { Script } = require('node:vm')

/**
 * Loads the bundle of the command line with the machine code of an earlier run, so that nothing is compiled twice. `keepCode` keeps what
 * this run compiled where there was nothing to start from; a cache that cannot be written or does not fit this Node is none.
 */
function loadBundle({ folder }) {
  const builtIn = createRequire(`${folder}/main.cjs`)
  const loaded = new Map()

  function load(name) {
    const known = loaded.get(name)
    if (known !== undefined) return known.module.exports
    const path = `${folder}/${name}`
    const codePath = `${path}.${process.version}-${process.arch}.code`
    const cachedData = readIfThere(codePath)
    // The bundle is ASCII, which is read fastest as Latin-1.
    const script = new Script(`(function (module, require) {${readFileSync(path, 'latin1')}\n})`, { filename: path, cachedData })
    const module = { exports: {} }
    loaded.set(name, { module, script, codePath, isCold: cachedData === undefined || script.cachedDataRejected === true })
    script.runInThisContext()(module, (id) => (id.startsWith('./') ? load(id.slice(2)) : builtIn(id)))
    return module.exports
  }

  const keepCode = () => {
    for (const { script, codePath, isCold } of loaded.values()) if (isCold) keep(codePath, script.createCachedData())
  }
  return { ...load('main.cjs'), keepCode }
}

function keep(path, data) {
  try {
    const draft = `${path}.${process.pid}.draft`
    writeFileSync(draft, data)
    renameSync(draft, path)
  } catch {
    // The next run compiles again.
  }
}

function readIfThere(path) {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}

module.exports = { loadBundle }
