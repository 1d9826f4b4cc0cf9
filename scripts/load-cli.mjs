import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Script } from 'node:vm'

const COMMANDS = ['init', 'lint', 'plan', 'explain', 'owner', 'sync']

/**
 * Loads the bundle of the command line with the machine code of an earlier run, so that nothing is compiled twice. `keepCode` keeps what
 * this run compiled, when there was nothing to start from; a cache that cannot be written or does not fit this Node is none.
 */
export function loadBundle({ path }, words) {
  const source = `(function (module, require) {${readFileSync(path, 'utf8')}\n})`
  // Each command compiles other parts.
  const command = words.find((word) => COMMANDS.includes(word)) ?? 'other'
  const codePath = `${path}.${command}.${process.version}-${process.arch}.code`
  const cachedData = readIfThere(codePath)
  const script = new Script(source, { filename: path, cachedData })
  const module = { exports: {} }
  script.runInThisContext()(module, createRequire(path))
  const keepCode = () => {
    if (cachedData !== undefined && script.cachedDataRejected === false) return
    try {
      const draft = `${codePath}.${process.pid}.draft`
      writeFileSync(draft, script.createCachedData())
      renameSync(draft, codePath)
    } catch {
      // The next run compiles again.
    }
  }
  return { ...module.exports, keepCode }
}

function readIfThere(path) {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}
