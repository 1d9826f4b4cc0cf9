/** Reads JSON from the platform's API; an answer that is not a success is an error with its status. */
export async function getJson<T>(path: string): Promise<T> {
  const response = await fetch(new URL(path, process.env['API_URL'] ?? 'http://localhost:8080'), { cache: 'no-store' })
  if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  return (await response.json()) as T
}
