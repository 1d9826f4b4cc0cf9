import { beforeAll, describe, expect, it } from 'vitest'
import { ENDPOINTS } from '#lib/http/endpoints.ts'
import { openApiDocument } from '#lib/http/openapi.ts'
import type { Access, Permission } from '#lib/http/permission.ts'
import { PROBLEMS } from '#lib/http/problem.ts'
import { type RouteFile, routeFiles } from '#test/route-files.ts'

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
const DECLARED = Object.values(ENDPOINTS).map(({ method, path, access }) => ({ method, path, access }))

describe('no endpoint is there without being declared, with who may use it', () => {
  let files: readonly RouteFile[]
  beforeAll(async () => {
    files = await routeFiles()
  })

  it('every route file exports a handler for every method, and no other', () => {
    for (const { file, exports } of files) expect(Object.keys(exports).sort(), file).toEqual(METHODS.toSorted())
  })

  it('every handler serves its declared endpoint or none', () => {
    const served = files.flatMap(({ path, exports }) =>
      Object.entries(exports).flatMap(([method, { endpoint }]) => {
        if (endpoint === null) return []
        expect([endpoint.path, endpoint.method]).toEqual([path, method])
        return [{ method: endpoint.method, path: endpoint.path, access: endpoint.access }]
      }),
    )
    const byText = (a: object, b: object) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)
    expect(served.sort(byText)).toEqual(DECLARED.toSorted(byText))
    expect(served.length).toBeGreaterThanOrEqual(30)
  })

  it('says who may use each: reading is for readers, recording for machines, deciding for people', () => {
    const by = (access: Access) => DECLARED.filter((endpoint) => endpoint.access === access).map(({ method, path }) => `${method} ${path}`)
    expect(by('public').toSorted()).toEqual([
      'GET /api/v1/openapi.json',
      'GET /healthz',
      'GET /metrics',
      'GET /readyz',
      'POST /api/v1/session',
      'POST /sign-in/form',
    ])
    expect(by('anyone')).toEqual(['GET /api/v1/session', 'DELETE /api/v1/session', 'POST /sign-out'])
    expect(by('read').filter((name) => !name.startsWith('GET '))).toEqual(['POST /api/v1/plans'])
    expect(by('ci').filter((name) => name.startsWith('GET '))).toEqual([])
    expect(by('ci')).toContain('PATCH /api/v1/runs/{id}')
    expect(by('person')).toContain('POST /api/v1/people/{id}/roles')
  })

  it('lets people do what machines do only by a role that is named', () => {
    const byRole = Object.values<Permission & { path: string }>(ENDPOINTS).filter(
      ({ access, roles }) => access === 'ci' && roles !== undefined,
    )
    expect(byRole.map(({ path, roles }) => [path, roles])).toEqual([
      ['/api/v1/promotions', ['release-manager']],
      ['/api/v1/tokens', ['admin']],
    ])
  })
})

describe('`GET /api/v1/openapi.json` is OpenAPI 3.1, made from what requests are held to', () => {
  interface Operation {
    readonly operationId: string
    readonly security: readonly object[]
    readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[]
    readonly requestBody?: { readonly required: boolean }
    readonly responses: Readonly<Record<string, { readonly description: string; readonly content: object }>>
  }
  const text = JSON.stringify(openApiDocument('1.2.3'))
  const document: {
    readonly openapi: string
    readonly info: object
    readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
    readonly components: { readonly schemas: Readonly<Record<string, object>>; readonly securitySchemes: object }
  } = JSON.parse(text)
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  )

  it('names itself and its version', () => {
    expect(document).toMatchObject({ openapi: '3.1.0', info: { title: 'Lanekeeper', version: '1.2.3' } })
  })

  it('has every endpoint, once', () => {
    expect(operations.map(({ path, method }) => `${method} ${path}`).sort()).toEqual(
      DECLARED.map(({ path, method }) => `${method} ${path}`).sort(),
    )
    expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length)
  })

  it('has every path parameter, required', () => {
    for (const { path, operation } of operations) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1])
      const declared = operation.parameters?.filter((parameter) => parameter.in === 'path') ?? []
      expect(declared.map(({ name, required }) => [name, required])).toEqual(named.map((name) => [name, true]))
    }
  })

  it('refers only to what it holds', () => {
    const refs = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map((match) => match[1] ?? '')
    expect(new Set(refs).size).toBeGreaterThan(8)
    expect(refs.filter((name) => !(name in document.components.schemas))).toEqual([])
  })

  it('lets no named shape be null itself: who uses it says so', () => {
    const nullable = Object.entries(document.components.schemas).filter(([, schema]) => JSON.stringify(schema).startsWith('{"type":["'))
    expect(nullable.map(([name]) => name)).toEqual([])
    expect(text).not.toContain('"allOf"')
  })

  it('says of every answer what it is, problems by their codes', () => {
    for (const { operation } of operations) {
      for (const [status, answer] of Object.entries(operation.responses)) {
        expect(answer.description).not.toBe('')
        const types = Object.keys(answer.content)
        if (Number(status) < 400) continue
        expect(types).toEqual(['application/problem+json'])
        const codes = [...answer.description.matchAll(/`([a-z-]+)`/g)].map((match) => match[1])
        for (const code of codes) expect(Object.entries(PROBLEMS).find(([each]) => each === code)?.[1].status).toBe(Number(status))
        expect(codes.length).toBeGreaterThan(0)
      }
    }
  })

  it('asks for a token or a session exactly where one may be needed', () => {
    const needs = operations.map(({ path, method, operation }) => [`${method} ${path}`, operation.security])
    expect(Object.fromEntries(needs)).toMatchObject({
      'POST /api/v1/models': [{ token: [] }],
      'PATCH /api/v1/runs/{id}': [{ token: [] }],
      'GET /api/v1/board': [{}, { token: [] }, { session: [] }],
      'GET /api/v1/plans': [{}, { token: [] }, { session: [] }],
      'POST /api/v1/promotions': [{ token: [] }, { session: [] }],
      'GET /api/v1/people': [{ session: [] }],
      'GET /healthz': [],
    })
  })

  it('takes no object with keys it does not know', () => {
    const bodies = operations.filter(({ operation }) => operation.requestBody !== undefined)
    expect(bodies.map(({ method }) => method).filter((method) => method === 'GET')).toEqual([])
    expect(bodies.length).toBeGreaterThanOrEqual(9)
    const taken = ['Model', 'Plan', 'Evidence', 'Revocation', 'Run', 'Skip', 'Promotion', 'Token'].map((name) => `${name}Request`)
    for (const name of [...taken, 'ChangedFile', 'Content', 'EvidenceCounts', 'Artifact', 'CiRun', 'RunChange']) {
      expect(document.components.schemas[name]).toMatchObject({ type: 'object', additionalProperties: false })
    }
  })
})
