import { endpoint } from '#app/api/endpoint.ts'
import { answerFile } from '#lib/http/answer.ts'
import { ENDPOINTS } from '#lib/http/endpoints.ts'
import { serveMethods } from '#lib/http/serve-methods.ts'
import type { AuditEntry } from '#lib/model/audit.ts'
import { exportAudit } from '#lib/usecases/export-audit.ts'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serveMethods(
  endpoint(ENDPOINTS.exportAudit, async ({ query: { format } }) =>
    format === 'json'
      ? answerFile(array(exportAudit()), { name: 'lanekeeper-audit.json', type: 'application/json' })
      : answerFile(lines(exportAudit()), { name: 'lanekeeper-audit.ndjson', type: 'application/x-ndjson' }),
  ),
)

/** One entry a line, as `lanekeeper audit verify --export` reads it. */
async function* lines(pieces: AsyncIterable<readonly AuditEntry[]>): AsyncGenerator<string, undefined> {
  for await (const entries of pieces) yield entries.map((entry) => `${JSON.stringify(entry)}\n`).join('')
}

async function* array(pieces: AsyncIterable<readonly AuditEntry[]>): AsyncGenerator<string, undefined> {
  let before = '['
  for await (const entries of pieces) {
    yield before + entries.map((entry) => JSON.stringify(entry)).join(',\n')
    before = ',\n'
  }
  yield before === '[' ? '[]' : ']'
}
