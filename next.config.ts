import type { NextConfig } from 'next'

/** For every answer. A page's own Content-Security-Policy, with its nonce, takes the place of the first (proxy.ts). */
const SECURITY_HEADERS = [
  { key: 'Content-Security-Policy', value: "default-src 'none'; frame-ancestors 'none'" },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=(), payment=(), usb=()' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
]

const config: NextConfig = {
  poweredByHeader: false,
  typedRoutes: true,
  // `npm test` checks the types of everything; a start must not wait for that.
  typescript: { ignoreBuildErrors: true },
  outputFileTracingIncludes: { '/*': ['./prisma/migrations/**/*'] },
  // Asked for by browsers before they have read which icon a page names.
  redirects: async () => [{ source: '/favicon.ico', destination: '/icon.svg', permanent: false }],
  headers: async () => [{ source: '/:path*', headers: SECURITY_HEADERS }],
}

export default config
