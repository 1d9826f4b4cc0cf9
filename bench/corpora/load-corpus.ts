import { codeownersCorpus } from './codeowners-file.ts'
import { packageMonorepo } from './package-monorepo.ts'
import type { Corpus } from './rule.ts'
import { syntheticMonorepo } from './synthetic-monorepo.ts'

/** Which corpus a process of a run has to make; small enough to be an argument. */
export type CorpusRequest =
  | { readonly kind: 'synthetic'; readonly rules: number; readonly paths: number }
  | { readonly kind: 'packages' }
  | { readonly kind: 'codeowners'; readonly codeowners: string; readonly files: string }

/** Makes the corpus. Its paths are parts of one text, as they are when `git` has listed them; nothing of it is half made. */
export function loadCorpus(request: CorpusRequest): Corpus {
  const corpus = makeCorpus(request)
  const rules = JSON.parse(JSON.stringify(corpus.rules)) as Corpus['rules']
  return { ...corpus, rules, paths: Buffer.from(corpus.paths.join('\n')).toString().split('\n') }
}

function makeCorpus(request: CorpusRequest): Corpus {
  switch (request.kind) {
    case 'synthetic':
      return syntheticMonorepo(request.rules, request.paths)
    case 'packages':
      return packageMonorepo()
    case 'codeowners':
      return codeownersCorpus(request.codeowners, request.files)
  }
}
