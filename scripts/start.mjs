import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { bringDemo, demoToken, isDemo } from './demo.mjs'
import { memoryEnvironment, memoryOptions } from './memory.mjs'
import { build, checkNode, generate, install, root, say } from './steps.mjs'

/*
 * `npm start`: install, generate, build when something changed, serve, and bring the example in by the front door.
 */

checkNode()
await install()
await generate()
await build()

const host = process.env.HOST ?? '127.0.0.1'
const port = process.env.PORT ?? '3000'
const address = `http://${host.includes(':') ? `[${host}]` : host}:${port}`
const demo = isDemo(process.env)
const token = demo ? demoToken(process.env) : undefined

say(`Starting the server at ${address} …`)
const server = spawn(
  process.execPath,
  [...memoryOptions(process.env), join(root, 'scripts', 'serve.mjs'), '--host', host, '--port', port],
  {
    cwd: root,
    env: {
      ...process.env,
      ...memoryEnvironment(process.env),
      HOST: host,
      PORT: port,
      NEXT_TELEMETRY_DISABLED: '1',
      ...(token === undefined ? {} : { LANEKEEPER_INIT_CI_TOKEN: token }),
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  },
)
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal))
server.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 0)))

await untilReady()
if (demo) await bringDemo({ address, token })
say('Ready.')
process.stdout.write(`
  Readiness board   ${address}/board
  Plan a change     ${address}/changes/new
  Who owns a path   ${address}/ownership
  The API           ${address}/api/v1/openapi.json
  The board         bin/lanekeeper board --server ${address}${demo ? ` --repo ${process.env.LANEKEEPER_DATA || '.data'}/demo/platform-monorepo` : ''}

  Stop it with Ctrl+C.
`)

async function untilReady() {
  const deadline = Date.now() + 120_000
  while (Date.now() < deadline) {
    const ready = await fetch(`${address}/readyz`).catch(() => null)
    if (ready?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  say(`The server does not answer ${address}/readyz with "ready" after two minutes; its last lines are above.`)
  server.kill('SIGTERM')
}
