import MarkdownIt from 'markdown-it'
import { indexOwnership } from '#lib/rules/ownership/ownership-index.ts'
import { type CorpusRequest, loadCorpus } from '../corpora/load-corpus.ts'
import { ownershipMapText } from '../corpora/ownership-map-text.ts'
import { ownershipModel } from '../corpora/ownership-model.ts'
import { type Spent, timed } from './clock.ts'

export interface MarkdownRequest {
  readonly corpus: CorpusRequest
  readonly side: 'lanekeeper' | 'markdown-it'
}

/** What reading the map took, in a fresh process and once it is warm; and, on our side, what indexing its rows took. */
export interface MarkdownReading {
  readonly rows: number
  readonly bytes: number
  readonly cold: { readonly parse: Spent; readonly compile: Spent | null }
  readonly warm: { readonly parse: Spent; readonly compile: Spent | null }
}

const WARM_UPS = 5

/** Reads an ownership map as text: on our side to rows and an index, on the other to the tokens of a whole document. */
export function readMarkdown({ corpus, side }: MarkdownRequest): MarkdownReading {
  const { rules } = loadCorpus(corpus)
  const text = ownershipMapText(rules)
  const read = side === 'lanekeeper' ? () => readRows(text) : () => readTokens(text)
  const cold = read()
  for (let round = 0; round < WARM_UPS; round += 1) read()
  return { rows: rules.length, bytes: text.length, cold, warm: read() }
}

function readRows(text: string): MarkdownReading['cold'] {
  const { result: model, spent: parse } = timed(() => ownershipModel(text))
  return { parse, compile: timed(() => indexOwnership(model)).spent }
}

function readTokens(text: string): MarkdownReading['cold'] {
  return { parse: timed(() => new MarkdownIt().parse(text, {})).spent, compile: null }
}
