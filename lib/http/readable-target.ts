import { subscribe } from 'node:diagnostics_channel'

/**
 * The target of a request with every percent sign that encodes nothing, or no UTF-8, taken for itself (`/plans/%ff` asks for the plan
 * named `%ff`). The framework answers such a path with a bare 500 before any endpoint sees it, and reads such a query as another one.
 */
export function readableTarget(target: string): string {
  if (isDecodable(target)) return target
  return target.replace(/[^/?&=#]+/g, (part) => (isDecodable(part) ? part : part.replaceAll('%', '%25')))
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text)
    return true
  } catch {
    return false
  }
}

/** Makes the target of every request readable from now on, before anything else looks at it. */
export function readTargets(): void {
  subscribe('http.server.request.start', (message) => {
    const request = isObject(message) && 'request' in message ? message.request : null
    if (isObject(request) && 'url' in request && typeof request.url === 'string') request.url = readableTarget(request.url)
  })
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
