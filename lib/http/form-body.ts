import { type JsonBody, readAtMost } from './json-body.ts'

/**
 * Reads what an HTML form sends (`application/x-www-form-urlencoded`, UTF-8) as an object of texts. Refused: another content type, too many
 * bytes, a field that is given twice.
 */
export async function readFormBody(request: Request, limit: number): Promise<JsonBody> {
  const contentType = request.headers.get('content-type') ?? ''
  if (!/^application\/x-www-form-urlencoded *(; *charset="?utf-8"?)? *$/i.test(contentType) || request.headers.has('content-encoding')) {
    return {
      problem: { code: 'unsupported-media-type', detail: 'This address takes what a form sends: application/x-www-form-urlencoded.' },
    }
  }
  const bytes = await readAtMost(request, limit)
  if (bytes === null) return { problem: { code: 'body-too-large', detail: `A body of this endpoint may hold ${limit} bytes.` } }
  const fields = [...new URLSearchParams(new TextDecoder().decode(bytes))]
  const names = fields.map(([name]) => name)
  if (new Set(names).size < names.length) return { problem: { code: 'invalid-body', detail: 'A field of the form is given twice.' } }
  return { value: Object.fromEntries(fields), bytes }
}
