import { type NextRequest, NextResponse } from 'next/server'

/**
 * Gives every page its own Content-Security-Policy: scripts run only with the nonce of this very answer, and nothing is
 * loaded from another origin. The framework reads the nonce from the request's header and puts it on its scripts, which
 * is the only way it offers. A page is told its own address too, to come back to after a sign-in. Endpoints, assets and navigations within the page do not pass here, and nothing is decided here.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))))
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

function pagePolicy(nonce: string): string {
  // In development React builds the stacks of server errors with eval.
  const development = process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : ''
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
