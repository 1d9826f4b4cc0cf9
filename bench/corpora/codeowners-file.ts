import { readFileSync } from 'node:fs'
import { buildPatternIndex, matchPatterns } from '#lib/rules/ownership/pattern-index.ts'
import { seededRandom } from '../random.ts'
import { fromGitignore } from './from-gitignore.ts'
import { type Corpus, mostSpecificLast, type Rule } from './rule.ts'

/** The corpus of a CODEOWNERS file and a list of paths, one a line; what cannot be spelled is left out and told. */
export function codeownersCorpus(codeownersFile: string, pathsFile: string): Corpus {
  const paths = lines(pathsFile)
  const tree = new Set(paths)
  const leftOut: string[] = []
  const rules: Rule[] = []
  for (const line of lines(codeownersFile)) {
    const gitignore = line.split(/\s/)[0] ?? ''
    if (gitignore === '' || gitignore.startsWith('#')) continue
    const alternatives = fromGitignore(gitignore)
    if (alternatives === null || (alternatives.length > 1 && gitignore.includes(','))) leftOut.push(gitignore)
    else rules.push({ gitignore, ...spell(alternatives, paths, tree) })
  }
  return { name: `codeowners ${rules.length}`, rules: mostSpecificLast(rules), paths: seededRandom(1).shuffle(paths), leftOut }
}

/** Only the alternatives that some file of this tree needs, for both sides: nobody would write the others. */
function spell(alternatives: readonly string[], paths: readonly string[], tree: ReadonlySet<string>): Omit<Rule, 'gitignore'> {
  const index = buildPatternIndex(alternatives.map((each, id) => [each, id] as const))
  const found: number[] = []
  const used = new Set<number>()
  for (const path of paths) {
    matchPatterns(index, path, found)
    for (const id of found) used.add(id)
  }
  const kept = used.size === 0 ? alternatives.slice(0, 1) : alternatives.filter((_, id) => used.has(id))
  const globs = kept.map((each) => (/[*?]/.test(each) || tree.has(each) ? each : `${each}/**`))
  return { contract: inBraces(kept), glob: inBraces(globs) }
}

function inBraces(alternatives: readonly string[]): string {
  return alternatives.length === 1 ? (alternatives[0] ?? '') : `{${alternatives.join(',')}}`
}

function lines(file: string): string[] {
  return readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
