import { endpoint } from '#app/api/endpoint.ts'
import { ENDPOINTS } from '#lib/http/endpoints.ts'
import { metricsText } from '#lib/http/metrics.ts'
import { serveMethods } from '#lib/http/serve-methods.ts'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serveMethods(
  endpoint(ENDPOINTS.metrics, async () => {
    const { text, contentType } = await metricsText()
    return new Response(text, { headers: { 'content-type': contentType } })
  }),
)
