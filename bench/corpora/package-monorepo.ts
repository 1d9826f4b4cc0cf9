import { type Random, seededRandom } from '../random.ts'
import { distinctNames, noun, packageName } from './names.ts'
import { type Corpus, fileRule, folderRule, inFolderRule, mostSpecificLast, type Rule } from './rule.ts'

const PACKAGE_FILES = [
  'package.json',
  'CHANGELOG.md',
  'README.md',
  'LICENSE',
  'tsconfig.json',
  'tsconfig.build.json',
  'jest.config.js',
  'typedoc.json',
]
const ROOT_FILES = 33
const FILES = 3_226
const PACKAGES = 99
const SHARED_PACKAGES = 65
const DEEP_FOLDERS = 19

/**
 * A published TypeScript monorepo as they are really owned: 314 rules — a folder for each of 99 packages, three shared
 * files of 65 of them, single folders deep inside a few — and 3,226 files, some of which nobody owns.
 */
export function packageMonorepo(): Corpus {
  const random = seededRandom(314)
  const packages = distinctNames(PACKAGES, () => `packages/${packageName(random)}`)
  const deep = distinctNames(DEEP_FOLDERS, () => `${random.pick(packages)}/src/${noun(random)}/instances/${packageName(random)}`)
  const shared = packages.slice(0, SHARED_PACKAGES)
  const rules: Rule[] = [
    folderRule('.github'),
    inFolderRule(`${packages[0]}/src`, 'wallet.*'),
    ...packages.map(folderRule),
    ...shared.map((folder) => inFolderRule(folder, 'tsconfig.*')),
    ...shared.map((folder) => fileRule(`${folder}/package.json`)),
    ...shared.map((folder) => fileRule(`${folder}/CHANGELOG.md`)),
    ...deep.slice(0, 314 - 101 - SHARED_PACKAGES * 3).map(folderRule),
  ]
  const fixed = [
    ...packages.flatMap((folder) => PACKAGE_FILES.map((file) => `${folder}/${file}`)),
    ...distinctNames(ROOT_FILES, () => `${noun(random)}.config.${random.pick(['js', 'json', 'mts'])}`),
    ...distinctNames(12, () => `.github/workflows/${noun(random)}.yml`),
    ...distinctNames(60, () => `${random.pick(['scripts', 'docs'])}/${packageName(random)}.${random.pick(['md', 'ts', 'sh'])}`),
  ]
  const sources = distinctNames(FILES - fixed.length, () => sourceFile(random, packages, deep))
  return { name: 'packages 314', rules: mostSpecificLast(rules), paths: random.shuffle([...fixed, ...sources]), leftOut: [] }
}

function sourceFile(random: Random, packages: readonly string[], deep: readonly string[]): string {
  const stem = random.chance(0.4) ? packageName(random) : noun(random)
  const file = `${stem}${random.chance(0.35) ? '.test' : ''}.ts`
  if (random.chance(0.04)) return `${random.pick(deep)}/${file}`
  const beneath = Array.from({ length: random.whole(3) }, () => noun(random))
  return [random.pick(packages), random.chance(0.08) ? 'tests' : 'src', ...beneath, file].join('/')
}
