import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServedHandlers } from '#lib/http/serve-methods.ts'
import { registerInitialToken } from '#lib/store/api-tokens.ts'
import { ask } from '#lib/store/session.ts'
import { CI_TOKEN, keepTestSettings } from './api-call.ts'
import { openTestDatabase } from './database.ts'

/** The API as a server of its own, with an empty database: the real handlers, at the paths that Next serves them at. */
export interface ServedApi {
  readonly url: string
  readonly token: string
  /** For the command line. */
  readonly env: { readonly LANEKEEPER_URL: string; readonly LANEKEEPER_TOKEN: string }
  close(): Promise<void>
}

export async function aServedApi(): Promise<ServedApi> {
  keepTestSettings()
  const test = await openTestDatabase()
  await ask((session) => registerInitialToken(session, createHash('sha256').update(CI_TOKEN).digest('hex')))
  return serveStore(test.close)
}

/** The same over the store that this process has already; `after` is done when the server is closed. */
export async function serveStore(after: () => Promise<void> = async () => undefined): Promise<ServedApi> {
  const routes = await routeFiles()
  const server = createServer((incoming, outgoing) => void serve(routes, incoming, outgoing))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const close = async () => {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
    await after()
  }
  return { url, token: CI_TOKEN, env: { LANEKEEPER_URL: url, LANEKEEPER_TOKEN: CI_TOKEN }, close }
}

interface Route {
  readonly pattern: RegExp
  readonly handlers: ServedHandlers
}

/** Fixed paths before those with a part that is open, as Next has it. */
async function routeFiles(): Promise<readonly Route[]> {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter(
    (file) => /(^|\/)route\.ts$/.test(file) && !file.includes('[[...'),
  )
  const ordered = files.sort((a, b) => (a.match(/\[/g)?.length ?? 0) - (b.match(/\[/g)?.length ?? 0))
  return Promise.all(
    ordered.map(async (file) => {
      const path = file
        .split('/')
        .slice(0, -1)
        .join('/')
        .replace(/\./g, '\\.')
        .replace(/\[(\w+)\]/g, '(?<$1>[^/]+)')
      const handlers: ServedHandlers = await import(/* @vite-ignore */ pathToFileURL(resolve('app', file)).href)
      return { pattern: new RegExp(`^/${path}$`), handlers }
    }),
  )
}

async function serve(routes: readonly Route[], incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  const url = new URL(incoming.url ?? '/', 'http://127.0.0.1:3000')
  const found = routes.map(({ pattern, handlers }) => ({ match: pattern.exec(url.pathname), handlers })).find(({ match }) => match !== null)
  const handler = found?.handlers[(incoming.method ?? 'GET') as keyof ServedHandlers]
  if (found === undefined || handler === undefined) return void outgoing.writeHead(404).end()
  const headers = Object.entries(incoming.headers).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  )
  const body = chunks.length === 0 ? {} : { body: Buffer.concat(chunks) }
  const params = Object.fromEntries(Object.entries(found.match?.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]))
  const answer = await handler(new Request(url, { method: incoming.method ?? 'GET', headers, ...body }), {
    params: Promise.resolve(Object.keys(params).length === 0 ? undefined : params),
  })
  outgoing.writeHead(answer.status, Object.fromEntries(answer.headers)).end(Buffer.from(await answer.arrayBuffer()))
}
