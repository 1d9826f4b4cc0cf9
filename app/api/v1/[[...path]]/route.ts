import { serveUnknown } from '#lib/http/serve-methods.ts'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serveUnknown()
