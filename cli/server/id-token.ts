/** Gives a token when one is needed: an identity token lives for minutes, and a gate may run for hours. */
export type TokenSource = () => Promise<string>

type Environment = Readonly<Record<string, string | undefined>>

const TIMEOUT_MS = 10_000
/** GitHub's tokens live longer, and one is enough for everything that is posted together. */
const REUSED_FOR_MS = 60_000

/**
 * Where this job gets identity tokens for the server from: GitHub Actions, for a job with `permissions: id-token: write`, or the
 * `id_tokens` of a GitLab job. Null anywhere else.
 */
export function idTokenSource(env: Environment, audience: string): TokenSource | null {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: address = '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: secret = '', LANEKEEPER_ID_TOKEN: given = '' } = env
  if (given !== '') return async () => given
  return address === '' || secret === '' ? null : askingGithub(address, secret, audience)
}

function askingGithub(address: string, secret: string, audience: string): TokenSource {
  let last: { readonly token: string; readonly until: number } | null = null
  return async () => {
    if (last === null || performance.now() > last.until) {
      last = { token: await fetchGithubToken(address, secret, audience), until: performance.now() + REUSED_FOR_MS }
    }
    return last.token
  }
}

async function fetchGithubToken(address: string, secret: string, audience: string): Promise<string> {
  const url = new URL(address)
  url.searchParams.set('audience', audience)
  const headers = { accept: 'application/json', authorization: `Bearer ${secret}` }
  const response = await fetch(url, { headers, redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) })
  if (!response.ok) throw new Error(`GitHub gave no identity token (status ${response.status})`)
  const { value } = Object(await response.json()) as { readonly value?: unknown }
  if (typeof value !== 'string' || !/^[\w.-]+$/.test(value)) throw new Error('GitHub gave an answer without an identity token')
  return value
}

/** The environment of a job without what it could get identity tokens with. */
export function withoutIdTokens(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: _url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: _secret, LANEKEEPER_ID_TOKEN: _given, ...others } = env
  return others
}
