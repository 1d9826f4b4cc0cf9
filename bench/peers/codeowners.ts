import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Codeowners from 'codeowners'
import type { ReadRules } from './router.ts'

/** The `codeowners` package on a CODEOWNERS file of these rules; rule 17 belongs to `@17`. */
export const readRules: ReadRules = (rules) => () => {
  const folder = mkdtempSync(join(tmpdir(), 'lanekeeper-bench-'))
  try {
    writeFileSync(join(folder, 'CODEOWNERS'), rules.map(({ gitignore }, at) => `${gitignore} @${at}\n`).join(''))
    const read = new Codeowners(folder)
    return {
      route: (path) => read.getOwner(path),
      owners: (path) => read.getOwner(path).map((owner) => Number(owner.slice(1))),
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
