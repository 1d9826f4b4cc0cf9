import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, parse, resolve } from 'node:path'
import { freePort, stop, untilAnswered } from '../history/process.ts'

/** The least page that the same framework can build: what ours is held against. */
export interface Hello {
  readonly base: string
  readonly child: ChildProcess
  stop(): Promise<void>
}

const LAYOUT = `export const metadata = { title: 'Hello', description: 'Hello' }
export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>
}
`
const PAGE = `export default function Page() {
  return <main><h1>Hello</h1></main>
}
`
const CONFIG = (root: string) => `export default { poweredByHeader: false, turbopack: { root: ${JSON.stringify(root)} } }\n`

/** Builds the page with the framework of this repository, in this run, and serves it. */
export async function startHello(): Promise<Hello> {
  // Within this repository the framework would take our own proxy and start-up for those of the page.
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'hello-page-'))
  mkdirSync(join(folder, 'app'))
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(folder, 'package.json'), '{ "name": "hello", "private": true, "type": "module" }\n')
  writeFileSync(join(folder, 'next.config.mjs'), CONFIG(parse(folder).root))
  writeFileSync(join(folder, 'app', 'layout.jsx'), LAYOUT)
  writeFileSync(join(folder, 'app', 'page.jsx'), PAGE)
  const next = resolve('node_modules/next/dist/bin/next')
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' }
  const built = spawnSync(process.execPath, [next, 'build'], { cwd: folder, env, encoding: 'utf8' })
  if (built.status !== 0) throw new Error(`the hello page does not build:\n${built.stdout}\n${built.stderr}`)
  const port = await freePort()
  const child = spawn(process.execPath, [next, 'start', '-H', '127.0.0.1', '-p', String(port)], { cwd: folder, env, stdio: 'ignore' })
  const base = `http://127.0.0.1:${port}`
  await untilAnswered(`${base}/`, child)
  return {
    base,
    child,
    stop: async () => {
      await stop(child)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
