import { locateRepository, type Repository } from '#cli/git/repository.ts'
import type { CommandContext } from '#cli/output.ts'
import { type Connection, readingConnection } from './connection.ts'
import type { Exchange } from './exchange.ts'
import { askFor, endpointFor, type RepositoryName, repositoryName } from './repository-name.ts'
import { serverFault } from './server-fault.ts'

/** A server that answers questions about one repository. */
export interface Reader {
  readonly repository: Repository
  readonly connection: Connection
  /** The answer to a question below `/api/v1`; anything else is a fault. */
  get(path: string, query?: Readonly<Record<string, string | null>>): Promise<unknown>
  /** The same, whatever comes of it. */
  ask(path: string, query?: Readonly<Record<string, string | null>>): Promise<Exchange>
}

/** The server and the repository that a reading command is about. */
export async function readerFor(context: CommandContext): Promise<Reader> {
  const { terminal, options } = context
  const connection = readingConnection(options, terminal.env)
  const repository = await locateRepository({ repo: options.repo, cwd: terminal.cwd, env: terminal.env })
  let name: RepositoryName | null = null
  let said = false
  const note = (text: string) => {
    if (!said) terminal.note(text)
    said = true
  }
  const ask: Reader['ask'] = async (path, query = {}) => {
    name ??= await repositoryName(repository, options.repo === undefined)
    return askFor(name, connection, (repository) => ({ method: 'GET', endpoint: endpointFor(path, repository, query) }), { note })
  }
  return {
    repository,
    connection,
    ask,
    get: async (path, query) => {
      const came = await ask(path, query)
      if (came.outcome === 'answered') return came.document
      throw serverFault(connection, came)
    },
  }
}
