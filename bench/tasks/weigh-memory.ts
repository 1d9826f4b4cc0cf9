import { type CorpusRequest, loadCorpus } from '../corpora/load-corpus.ts'
import { contenderNamed } from '../peers/contenders.ts'

export interface MemoryRequest {
  readonly corpus: CorpusRequest
  readonly contender: string
  readonly longestMs: number
}

/** Bytes of heap that a side keeps of reading the rules, beside that of compiling them, and beside the first after `paths` different paths. */
export interface Memory {
  readonly read: number
  readonly compiled: number
  readonly after: number
  readonly paths: number
}

const kept: unknown[] = []
const HEAP_LIMIT = 900 * 1024 * 1024

/** Weighs one side; it stops before the last path when it takes too long or too much, and tells after how many. */
export async function weighMemory({ corpus, contender, longestMs }: MemoryRequest): Promise<Memory> {
  const { rules, paths } = loadCorpus(corpus)
  const readRules = await contenderNamed(contender).load()
  const before = heapUsed()
  const compile = readRules(rules)
  const read = heapUsed()
  const router = compile()
  const compiled = heapUsed() - read
  const end = performance.now() + longestMs
  let count = 0
  for (const path of paths) {
    router.route(path)
    count += 1
    if (count % 20 === 0 && (performance.now() > end || process.memoryUsage().heapUsed > HEAP_LIMIT)) break
  }
  const after = heapUsed() - read
  // Both must live until the end, or the collector takes what is to be weighed.
  kept.push(compile, router)
  return { read: read - before, compiled, after, paths: count }
}

function heapUsed(): number {
  if (globalThis.gc === undefined) throw new Error('run with --expose-gc')
  globalThis.gc()
  globalThis.gc()
  return process.memoryUsage().heapUsed
}
