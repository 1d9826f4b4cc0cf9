import type { Repository } from '#cli/git/repository.ts'
import { workingTree } from '#cli/source-trees/working-tree.ts'
import type { Terminal } from '#cli/terminal.ts'
import { SETTINGS_FILE } from '#lib/model/operating-model.ts'
import type { Connection } from './connection.ts'
import { type ApiRequest, type Exchange, exchange } from './exchange.ts'

/** Which of the server's repositories a request is for. */
export interface RepositoryName {
  /** As `lanekeeper.yaml` says it; null where it does not: then the server answers for the only one it has. */
  readonly name: string | null
  /** True when the command was only started there, and did not ask for it: then the only one that the server has is as good. */
  readonly byChance: boolean
}

/** The name of the repository that a command is about. */
export async function repositoryName(repository: Repository, byChance: boolean): Promise<RepositoryName> {
  if (repository.bare) return { name: null, byChance }
  const tree = workingTree(repository.root)
  if (tree.read(SETTINGS_FILE) === null) return { name: null, byChance }
  const { declaredName } = await import('#cli/source-trees/model-reader.ts')
  return { name: declaredName(tree), byChance }
}

/** An endpoint with `?repository=` and what else is asked. */
export function endpointFor(path: string, repository: string | null, query: Readonly<Record<string, string | null>> = {}): string {
  const said = Object.entries({ repository, ...query }).filter((each): each is [string, string] => each[1] !== null)
  return said.length === 0 ? path : `${path}?${new URLSearchParams(said).toString()}`
}

/**
 * Asks for the repository by its name. Where the command only happens to be started in a repository that the server does not know, the
 * only one that it does know is asked about instead, and that is said.
 */
export async function askFor(
  { name, byChance }: RepositoryName,
  connection: Connection,
  make: (repository: string | null) => ApiRequest,
  terminal: Pick<Terminal, 'note'>,
): Promise<Exchange> {
  const came = await exchange(connection, make(name))
  if (!byChance || name === null || came.outcome !== 'refused' || came.problem.code !== 'repository-unknown') return came
  const other = await exchange(connection, make(null))
  if (other.outcome !== 'answered') return came
  terminal.note(`lanekeeper: the server does not know ${name}; it answers for the only repository it has. --repo says which is meant.\n`)
  return other
}
