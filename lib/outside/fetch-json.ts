const TIMEOUT_MS = 3_000
const MOST_BYTES = 1024 * 1024

/** Reads a JSON document of a service that the server's own settings name: 200 or nothing, no redirect, 3 seconds, 1 MiB. */
export async function fetchJson(url: string): Promise<unknown> {
  const response = await fetch(url, {
    headers: { accept: 'application/json' },
    redirect: 'manual',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  if (response.status !== 200) throw new Error(`${url} answered with status ${response.status}`)
  return JSON.parse(await limitedText(response, MOST_BYTES))
}

/** The body of an answer as text, while it is no longer than `most` bytes; throws for a longer one. */
export async function limitedText(response: Response, most: number): Promise<string> {
  if (response.body === null) return ''
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response.body) {
    length += chunk.byteLength
    if (length > most) throw new Error(`the answer is longer than ${most} bytes`)
    chunks.push(chunk)
  }
  return new TextDecoder().decode(Buffer.concat(chunks))
}
