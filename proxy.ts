import { type NextRequest, NextResponse } from 'next/server'
import { newNonce, pagePolicy } from '#lib/http/page-policy.ts'

/**
 * Gives every page its own Content-Security-Policy. The framework reads the nonce from the request's header and puts it on its scripts,
 * which is the only way it offers. A page is told its own address too, to come back to after a sign-in. Endpoints, assets and navigations
 * within the page do not pass here, and nothing is decided here.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = newNonce()
  const policy = pagePolicy(nonce)
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  headers.set('x-nonce', nonce)
  headers.set('x-lanekeeper-path', `${request.nextUrl.pathname}${request.nextUrl.search}`)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}

export const config = {
  matcher: [
    {
      source: '/((?!api/|_next/|healthz|readyz|metrics|icon.svg).*)',
      missing: [
        { type: 'header', key: 'rsc' },
        { type: 'header', key: 'next-router-prefetch' },
      ],
    },
  ],
}
