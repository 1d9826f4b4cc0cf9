import { once } from 'node:events'
import { createServer, connect as openSocket, type Socket } from 'node:net'

/** What stands between a client and its server. `away`: nothing listens to it; `silent`: everything is accepted and nothing comes back. */
export type ProxyMode = 'through' | 'away' | 'silent'

export interface FaultyProxy {
  readonly port: number
  /** Connections that are open are cut when the mode becomes `away`, and fall silent when it becomes `silent`. */
  setMode(mode: ProxyMode): void
  close(): Promise<void>
}

/** A TCP proxy on this machine that can be told to fail. */
export async function startFaultyProxy(target: { readonly host: string; readonly port: number }): Promise<FaultyProxy> {
  let mode: ProxyMode = 'through'
  const open = new Set<Socket>()
  const server = createServer((client) => {
    open.add(client)
    client.on('close', () => open.delete(client)).on('error', () => undefined)
    if (mode === 'away') return client.resetAndDestroy()
    const upstream = openSocket(target)
    upstream.on('error', () => client.destroy()).on('close', () => client.destroy())
    client.on('close', () => upstream.destroy())
    client.on('data', (chunk) => mode === 'through' && upstream.write(chunk))
    upstream.on('data', (chunk) => mode === 'through' && client.write(chunk))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the proxy listens on no port')
  const cutAll = () => {
    for (const socket of open) socket.resetAndDestroy()
  }
  return {
    port: address.port,
    setMode(next) {
      mode = next
      if (next === 'away') cutAll()
    },
    async close() {
      cutAll()
      server.close()
      await once(server, 'close')
    },
  }
}
