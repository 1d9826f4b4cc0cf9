import { endpoint } from '#app/api/endpoint.ts'
import { answerJson } from '#lib/http/answer.ts'
import { ENDPOINTS } from '#lib/http/endpoints.ts'
import { openApiDocument } from '#lib/http/openapi.ts'
import { serveMethods } from '#lib/http/serve-methods.ts'
import { version } from '../../../../package.json'

const document = JSON.stringify(openApiDocument(version))

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serveMethods(endpoint(ENDPOINTS.openapi, async () => answerJson(200, document)))
