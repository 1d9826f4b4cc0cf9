import { measureCoverage } from '#lib/rules/ownership/measure-coverage.ts'
import { indexOwnership, matchPath } from '#lib/rules/ownership/ownership-index.ts'
import { type CorpusRequest, loadCorpus } from '../corpora/load-corpus.ts'
import { ownershipMapText } from '../corpora/ownership-map-text.ts'
import { ownershipModel } from '../corpora/ownership-model.ts'
import type { Corpus } from '../corpora/rule.ts'
import { CODEOWNERS, contenderNamed } from '../peers/contenders.ts'
import type { ReadRules } from '../peers/router.ts'
import { type Spent, timed } from './clock.ts'

export interface AuditRequest {
  readonly corpus: CorpusRequest
  /** `coverage` is our report: beside the owners of each file, what is unowned where, which rows own nothing, what conflicts. */
  readonly side: 'lanekeeper' | 'coverage' | 'codeowners'
}

export interface Audit {
  readonly files: number
  readonly unowned: number
  readonly spent: Spent
}

/** Who owns each file of the tree, from the text of the rules on, once, in a process that has done nothing before. */
export async function auditTree({ corpus: request, side }: AuditRequest): Promise<Audit> {
  const corpus = loadCorpus(request)
  const text = ownershipMapText(corpus.rules)
  const readForPeer = await contenderNamed(CODEOWNERS).load()
  const audits = {
    lanekeeper: () => countUnowned(corpus, text),
    coverage: () => reportCoverage(corpus, text),
    codeowners: () => countUnownedByPeer(readForPeer, corpus),
  }
  const { result: unowned, spent } = timed(audits[side])
  return { files: corpus.paths.length, unowned, spent }
}

function countUnowned({ paths }: Corpus, text: string): number {
  const index = indexOwnership(ownershipModel(text))
  return paths.filter((path) => matchPath(index, path).owning.length === 0).length
}

function reportCoverage({ paths }: Corpus, text: string): number {
  const model = ownershipModel(text)
  return measureCoverage({ model, ownership: indexOwnership(model) }, paths).unmappedCount
}

function countUnownedByPeer(readRules: ReadRules, { rules, paths }: Corpus): number {
  const { owners } = readRules(rules)()
  return paths.filter((path) => owners(path).length === 0).length
}
