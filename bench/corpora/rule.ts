import { moreSpecificFirst, specificityOf } from '#lib/rules/ownership/specificity.ts'

/**
 * One ownership rule in the spelling of every side. All three mean the same files of a tree, so a peer answers the same
 * question; where the same text would mean something else to a peer is told by `differences.ts`.
 */
export interface Rule {
  /** As an ownership map writes it. */
  readonly contract: string
  /** For `ignore` and `codeowners`. */
  readonly gitignore: string
  /** For picomatch, micromatch and minimatch, with dot files. */
  readonly glob: string
}

/** The repository to route in: its rules, the more specific ones last, and its files in a seeded order. */
export interface Corpus {
  readonly name: string
  readonly rules: readonly Rule[]
  readonly paths: readonly string[]
  /** What of the source could not be spelled as a rule; always told. */
  readonly leftOut: readonly string[]
}

/** `a/b`: the folder and everything beneath it. */
export function folderRule(folder: string): Rule {
  return { contract: folder, gitignore: `/${folder}`, glob: `${folder}/**` }
}

/** `a/b/package.json`: one file. */
export function fileRule(file: string): Rule {
  return { contract: file, gitignore: `/${file}`, glob: file }
}

/** `a/*.ts` or `a/tsconfig.*`: files directly in a folder. */
export function inFolderRule(folder: string, name: string): Rule {
  return { contract: `${folder}/${name}`, gitignore: `/${folder}/${name}`, glob: `${folder}/${name}` }
}

/** `**` + `/name.ext`: files of one name in any folder (the corpora have none of them in the root, where gitignore would match too). */
export function anywhereNamedRule(name: string): Rule {
  return { contract: `**/${name}`, gitignore: `**/${name}`, glob: `**/${name}` }
}

/** `*.ext` of a CODEOWNERS file: files that end so, in any folder and in the root. */
export function anywhereEndingRule(ending: string): Rule {
  return { contract: `**${ending}`, gitignore: `*${ending}`, glob: `**/*${ending}` }
}

/** `dir/**word**`: everything beneath a folder whose path there holds a word without `/`. */
export function wordBeneathRule(folder: string, word: string): Rule {
  return { contract: `${folder}/**${word}**`, gitignore: `/${folder}/**/*${word}*`, glob: `${folder}/**/*${word}*{,/**}` }
}

/** `**word**`: everything whose path holds a word without `/`. */
export function wordAnywhereRule(word: string): Rule {
  return { contract: `**${word}**`, gitignore: `*${word}*`, glob: `**/*${word}*{,/**}` }
}

/** The rules so that the last one that matches is the most specific: peers that go by the order then answer as a map does. */
export function mostSpecificLast(rules: readonly Rule[]): Rule[] {
  const ranked = rules.map((rule) => ({ rule, specificity: specificityOf(rule.contract) }))
  return ranked.sort((a, b) => moreSpecificFirst(b.specificity, a.specificity)).map(({ rule }) => rule)
}
