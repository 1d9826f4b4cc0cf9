import { CommandFault } from '#cli/command-fault.ts'
import type { GlobalOptions } from '#cli/output.ts'
import { idTokenSource, type TokenSource } from './id-token.ts'

/** A server and the token it knows this machine by, or where to get one; null where anybody may read. */
export interface Connection {
  readonly server: URL
  readonly token: string | TokenSource | null
}

type Environment = Readonly<Record<string, string | undefined>>

const NO_TOKEN =
  'Set LANEKEEPER_TOKEN to a CI token of the server (or give --token), or let the job have an identity token: `id-token: write` on GitHub, `id_tokens` on GitLab.'

/** Reads `--server` and `--token`, or the environment, for a command that writes. Faults when one is missing or cannot be one. */
export function readConnection(options: GlobalOptions, env: Environment): Connection {
  const connection = readingConnection(options, env)
  if (connection.token !== null) return connection
  throw new CommandFault('token-absent', 'No token is given.', NO_TOKEN)
}

/** The same for a command that only reads: a server may be open to readers, so a token is taken where there is one. */
export function readingConnection(options: GlobalOptions, env: Environment): Connection {
  const address = options.server ?? env.LANEKEEPER_URL ?? ''
  if (address === '') throw new CommandFault('usage', 'No server is named.', 'Give --server URL, or set LANEKEEPER_URL.')
  const server = parseAddress(address)
  if (server === null || !['http:', 'https:'].includes(server.protocol) || server.username !== '' || server.password !== '') {
    throw new CommandFault(
      'usage',
      '--server is no http or https address.',
      'Give an address such as https://lanekeeper.example.com, without a user or password in it.',
    )
  }
  const token = options.token ?? env.LANEKEEPER_TOKEN ?? ''
  if (token === '') return { server, token: idTokenSource(env, server.origin) }
  if (!/^[\x21-\x7e]+$/.test(token))
    throw new CommandFault('token-absent', 'The token holds characters that no token has.', 'Copy it again, without spaces or line breaks.')
  return { server, token }
}

function parseAddress(address: string): URL | null {
  try {
    return new URL(address)
  } catch {
    return null
  }
}
