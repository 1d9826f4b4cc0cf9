import { type ChildProcess, spawn } from 'node:child_process'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'

export const CLIENT_ID = 'lanekeeper'
export const CLIENT_SECRET = 'a-secret-of-the-tests'
const CALLBACK = 'http://127.0.0.1:3000/sign-in/oidc/callback'

/** A real OpenID provider in a process of its own. */
export interface RunningProvider {
  readonly issuer: string
  start(): Promise<void>
  stop(): Promise<void>
}

export async function aSignInProvider(): Promise<RunningProvider> {
  const port = await freePort()
  let child: ChildProcess | null = null
  const start = async () => {
    const started = spawn(process.execPath, ['test/oidc-provider-process.mjs', String(port), CALLBACK, CLIENT_ID, CLIENT_SECRET])
    child = started
    let said = ''
    started.stderr.on('data', (chunk) => {
      said += chunk
    })
    await new Promise<void>((ready, reject) => {
      started.stdout.once('data', () => ready())
      started.once('exit', () => reject(new Error(`the provider did not start: ${said}`)))
    })
  }
  const stop = async () => {
    const running = child
    child = null
    if (running === null || running.exitCode !== null) return
    const ended = new Promise((exit) => running.once('exit', exit))
    running.kill()
    await ended
  }
  await start()
  return { issuer: `http://127.0.0.1:${port}`, start, stop }
}

/** Signs in at the provider as a browser does, from the address it was sent to; answers the address that it is sent back to. */
export async function signInAtProvider(address: string, login: string): Promise<URL> {
  const jar = new Map<string, string>()
  let [url, form]: [URL, URLSearchParams | null] = [new URL(address), null]
  for (let step = 0; step < 20; step += 1) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const init: RequestInit = form === null ? {} : { method: 'POST', body: form }
    const response: Response = await fetch(url, { ...init, headers: { cookie }, redirect: 'manual' })
    for (const each of response.headers.getSetCookie()) {
      const [pair = ''] = each.split(';')
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    const location = response.headers.get('location')
    const page = await response.text()
    if (location === null) {
      const action = /action="([^"]+)"/.exec(page)?.[1]
      if (action === undefined) throw new Error(`the provider shows no form (${response.status}): ${page.slice(0, 500)}`)
      const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1] ?? ''
      form = new URLSearchParams({ prompt, login, password: 'any' })
      url = new URL(action, url)
      continue
    }
    form = null
    url = new URL(location, url)
    if (url.href.startsWith(CALLBACK)) return url
  }
  throw new Error('the provider leads nowhere')
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  await new Promise((closed) => server.close(closed))
  return port
}
