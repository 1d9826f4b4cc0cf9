import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose'

/** An issuer of identity tokens at an address of its own, with real keys; it can be taken away and brought back. */
export interface LocalIssuer {
  readonly url: string
  readonly publicKey: JWK
  readonly privateKey: CryptoKey
  /** How often it was asked for its keys. */
  asked(): number
  stop(): Promise<void>
  start(): Promise<void>
  /** A token of this issuer, with other claims and headers where they are given; a claim that is undefined is left out. */
  sign(claims?: Readonly<Record<string, unknown>>, given?: TokenGiven): Promise<string>
}

export interface TokenGiven {
  readonly header?: Readonly<Record<string, unknown>>
  readonly key?: CryptoKey | Uint8Array
}

export const KEY_ID = 'key-1'

/** Where the settings of the tests say that the server is. */
export const AUDIENCE = 'http://127.0.0.1:3000'

/** The claims of a GitHub job on the main branch of acme/platform, as the service writes them. */
export function githubClaims(sha: string): Readonly<Record<string, unknown>> {
  return {
    sub: 'repo:acme/platform:ref:refs/heads/main',
    repository: 'acme/platform',
    repository_id: '1296269',
    repository_owner_id: '583231',
    workflow_ref: 'acme/platform/.github/workflows/gates.yml@refs/heads/main',
    job_workflow_ref: 'acme/gates/.github/workflows/gate.yml@refs/tags/v3',
    ref: 'refs/heads/main',
    event_name: 'push',
    environment: 'release',
    runner_environment: 'github-hosted',
    run_id: '7000001',
    run_attempt: '1',
    actor_id: '42',
    sha,
  }
}

export async function aLocalIssuer(): Promise<LocalIssuer> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true })
  const jwk = { ...(await exportJWK(publicKey)), kid: KEY_ID, alg: 'RS256', use: 'sig' }
  let asked = 0
  let port = 0
  const serve = () =>
    createServer((incoming, response) => {
      const isConfiguration = incoming.url === '/.well-known/openid-configuration'
      if (!isConfiguration) asked += 1
      const document = isConfiguration ? { issuer: url(), jwks_uri: `${url()}/keys` } : { keys: [jwk] }
      response.writeHead(200, { 'content-type': 'application/json', connection: 'close' }).end(JSON.stringify(document))
    })
  let server = serve()
  const url = () => `http://127.0.0.1:${port}`
  const start = async () => {
    server = serve()
    await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening))
    port = (server.address() as AddressInfo).port
  }
  const stop = async () => {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  }
  await start()
  const sign = async (claims: Readonly<Record<string, unknown>> = {}, { header = {}, key = privateKey }: TokenGiven = {}) => {
    const now = Math.floor(Date.now() / 1000)
    const all = { iss: url(), aud: AUDIENCE, iat: now, nbf: now, exp: now + 300, jti: randomUUID(), ...claims }
    return new SignJWT(Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)))
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: KEY_ID, ...header })
      .sign(key)
  }
  return { url: url(), publicKey: jwk, privateKey, asked: () => asked, stop, start, sign }
}
