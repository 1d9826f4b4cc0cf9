import { type Random, seededRandom } from '../random.ts'
import { distinctNames, noun, packageName } from './names.ts'
import {
  anywhereEndingRule,
  anywhereNamedRule,
  type Corpus,
  folderRule,
  inFolderRule,
  mostSpecificLast,
  type Rule,
  wordAnywhereRule,
  wordBeneathRule,
} from './rule.ts'

const AREAS = ['packages', 'services', 'apps', 'cmd', 'web', 'infra', 'doc', 'tools']
const EXTENSIONS = ['ts', 'tsx', 'go', 'sql', 'yaml', 'json', 'md', 'proto', 'py', 'css']

/**
 * A monorepo of `ruleCount` rules and `pathCount` files: of every hundred rules 70 are folders, 12 files of a kind in a
 * folder, 6 a name in any folder, 4 an ending, 6 a word beneath a folder and 2 a word anywhere. About one file in twelve
 * has no owner.
 */
export function syntheticMonorepo(ruleCount: number, pathCount: number): Corpus {
  const random = seededRandom(ruleCount)
  const share = (percent: number) => Math.round((ruleCount * percent) / 100)
  const folders = layFolders(random, share(70))
  const kinds = [12, 6, 4, 6, 2].map(share)
  const [inFolder = 0, named = 0, ending = 0, wordBeneath = 0, wordAnywhere = 0] = kinds
  const names = distinctNames(named, () => `${noun(random)}.${noun(random)}.${random.pick(EXTENSIONS)}`)
  const endings = distinctNames(ending, () => `_${noun(random)}.${random.pick(['gen', 'pb', 'mock', 'e2e'])}.${random.pick(EXTENSIONS)}`)
  const words = distinctNames(wordAnywhere, () => `${noun(random)}_${noun(random)}`)
  const beneath = distinctNames(wordBeneath, () => `${random.pick(folders)} ${noun(random)}`)
  const rules: Rule[] = [
    ...folders.map(folderRule),
    ...distinctNames(inFolder, () => `${random.pick(folders)} *.${random.pick(EXTENSIONS)}`).map((text) => inFolderRule(...halves(text))),
    ...names.map(anywhereNamedRule),
    ...endings.map(anywhereEndingRule),
    ...beneath.map((text) => wordBeneathRule(...halves(text))),
    ...words.map(wordAnywhereRule),
  ]
  const special = [...names, ...endings.map((each) => `part${each}`), ...words.map((each) => `about_${each}.md`)]
  const paths = distinctNames(pathCount, () => aPath(random, folders, special))
  return { name: `synthetic ${ruleCount.toLocaleString('en')}`, rules: mostSpecificLast(rules), paths: random.shuffle(paths), leftOut: [] }
}

function halves(text: string): [string, string] {
  const at = text.indexOf(' ')
  return [text.slice(0, at), text.slice(at + 1)]
}

/** Two to four levels deep; some folders lie inside others, so that several rules compete for a file. */
function layFolders(random: Random, count: number): string[] {
  const made: string[] = []
  return distinctNames(count, () => {
    const inside = made.length > 4 && random.chance(0.4) ? random.pick(made) : `${random.pick(AREAS)}/${noun(random)}`
    const parent = inside.split('/').length > 3 ? `${random.pick(AREAS)}/${noun(random)}` : inside
    const folder = `${parent}/${random.chance(0.5) ? packageName(random) : noun(random)}`
    made.push(folder)
    return folder
  })
}

function aPath(random: Random, folders: readonly string[], special: readonly string[]): string {
  const home = random.chance(0.92) ? random.pick(folders) : `${random.pick(['third_party', 'vendor', 'scripts'])}/${packageName(random)}`
  const beneath = Array.from({ length: random.whole(4) }, () => (random.chance(0.6) ? noun(random) : packageName(random)))
  const stem = random.chance(0.5) ? noun(random) : `${noun(random)}_${noun(random)}`
  const name = random.chance(0.04) ? random.pick(special) : `${stem}${random.chance(0.2) ? '_test' : ''}.${random.pick(EXTENSIONS)}`
  return [home, ...beneath, name].join('/')
}
