import { createServer } from 'node:http'
import { parseArgs } from 'node:util'
import next from 'next'

/*
 * Serves what was built, as `next start` does, with one step before it: a page that was made already and still holds is given again
 * (app/kept-answers.ts). `node scripts/serve.mjs --host 127.0.0.1 --port 3000`
 */

const { values } = parseArgs({ options: { host: { type: 'string', default: '127.0.0.1' }, port: { type: 'string', default: '3000' } } })
const { host } = values
const port = Number(values.port)

process.title = 'lanekeeper-server'
const app = next({ dev: false, dir: process.cwd(), hostname: host, port, quiet: true })
const make = app.getRequestHandler()

const server = createServer((request, response) => {
  const answer = globalThis.lanekeeperAnswerAgain
  const made = () => make(request, response)
  Promise.resolve(answer === undefined ? made() : answer(request, response, made)).catch((error) => {
    console.error(error)
    if (response.headersSent) return response.destroy()
    response.writeHead(500, { 'content-type': 'text/plain' }).end('Internal Server Error')
  })
})
server.on('error', (error) => {
  process.stderr.write(`lanekeeper: cannot serve at ${host} port ${port}: ${error.message}\n`)
  process.exit(1)
})

await app.prepare()
server.listen(port, host)

// Every answer that was begun is ended; streams of events end by themselves on a signal.
for (const [signal, status] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
]) {
  process.once(signal, () => {
    server.close(() => app.close().finally(() => process.exit(status)))
    server.closeIdleConnections()
  })
}
