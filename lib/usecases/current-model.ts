import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import { type ModelVersion, modelContent, newestModel, onlyRepository } from '#lib/store/models.ts'
import type { KnownRepository } from '#lib/store/repositories.ts'
import { ask } from '#lib/store/session.ts'
import { askTogether } from './ask-together.ts'
import { chooseRepository, noModel } from './choose-repository.ts'
import { type CompiledPair, compilePair } from './compile-model.ts'
import { sentSourceTree } from './sent-source-tree.ts'

/** The model that a repository is judged by now. */
export interface CurrentModel extends CompiledPair {
  readonly repository: KnownRepository
  readonly version: ModelVersion
  /** The tracked paths that were sent with it; empty when none were. */
  readonly tree: readonly string[]
}

type Compilation = Pick<CurrentModel, 'compiled' | 'forPlans' | 'tree'>

/** Compiling takes long and gives the same for the same content, so the last few are kept. Which one is current is asked every time. */
const MOST_KEPT = 4
const kept = new Map<string, Promise<Compilation>>()

const findTogether = askTogether((repositoryName: string | null) =>
  ask(async (session) => {
    const only = repositoryName === null ? await onlyRepository(session) : null
    if (only !== null) return only
    const repository = await chooseRepository(session, repositoryName)
    if (isRefusal(repository)) return repository
    const version = await newestModel(session, repository.id)
    return version === null ? noModel() : { repository, version }
  }),
)

/** The current model of a repository (of the only one, when none is named), compiled. */
export async function loadCurrentModel(repositoryName: string | null): Promise<CurrentModel | Refusal> {
  const found = await findTogether(repositoryName)
  if (isRefusal(found)) return found
  return { ...found, ...(await compilationOf(found.repository, found.version)) }
}

function compilationOf(repository: KnownRepository, version: ModelVersion): Promise<Compilation> {
  const key = `${repository.name} ${version.digest} ${version.treeSha256}`
  const compilation = kept.get(key) ?? compileStored(repository, version)
  // Taken out and put back, so that the first of the map is the one that was not asked for the longest.
  kept.delete(key)
  kept.set(key, compilation)
  compilation.catch(() => kept.delete(key))
  const [oldest] = kept.keys()
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
  return compilation
}

async function compileStored(repository: KnownRepository, version: ModelVersion): Promise<Compilation> {
  const { sources, tree } = await ask((session) => modelContent(session, version.sequence))
  return { ...compileSent(repository.name, sources, tree), tree }
}

/** Compiles what a client sent. Without a list of tracked paths nothing is held against one. */
export function compileSent(name: string, sources: Parameters<typeof sentSourceTree>[0], tree: readonly string[]): CompiledPair {
  return compilePair(sentSourceTree(sources), { name, tree: tree.length === 0 ? null : tree })
}
