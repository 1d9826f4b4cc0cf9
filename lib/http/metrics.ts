import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'

interface Metrics {
  readonly registry: Registry
  readonly requests: Counter<'endpoint' | 'method' | 'status'>
  readonly durations: Histogram<'endpoint' | 'method'>
  readonly stored: Counter<'kind'>
}

declare global {
  /** One set per process, also when a bundler loads this file more than once. */
  var lanekeeperMetrics: Metrics | undefined
}

function metrics(): Metrics {
  globalThis.lanekeeperMetrics ??= createMetrics()
  return globalThis.lanekeeperMetrics
}

function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  return {
    registry,
    requests: new Counter({
      name: 'lanekeeper_http_requests_total',
      help: 'Requests answered, by endpoint, method and status',
      labelNames: ['endpoint', 'method', 'status'],
      registers,
    }),
    durations: new Histogram({
      name: 'lanekeeper_http_request_duration_seconds',
      help: 'Time to answer a request, by endpoint and method',
      labelNames: ['endpoint', 'method'],
      buckets: [0.005, 0.02, 0.1, 0.25, 0.6, 1, 2, 5, 15],
      registers,
    }),
    stored: new Counter({
      name: 'lanekeeper_stored_total',
      help: 'Requests that stored something since the start of this process, by what',
      labelNames: ['kind'],
      registers,
    }),
  }
}

/** Counts an answered request. Labels come from the table of endpoints, never from the request: their number stays bounded. */
export function countRequest(endpoint: string, method: string, status: number, seconds: number): void {
  metrics().requests.inc({ endpoint, method, status: String(status) })
  metrics().durations.observe({ endpoint, method }, seconds)
}

export type StoredKind = 'model' | 'plan' | 'run' | 'evidence' | 'revocation' | 'skip' | 'promotion' | 'token' | 'person' | 'role'

/** Counts a request that stored something (a replay is none). */
export function countStored(kind: StoredKind): void {
  metrics().stored.inc({ kind })
}

/** Everything counted, in the format Prometheus reads, with its content type. */
export async function metricsText(): Promise<{ readonly text: string; readonly contentType: string }> {
  const { registry } = metrics()
  return { text: await registry.metrics(), contentType: registry.contentType }
}
