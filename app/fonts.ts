import localFont from 'next/font/local'

/*
 * Neither is fetched before the page has been read: text stands in a font of the machine, of much the same measures, until they are there. On a
 * slow line they would take half a second from what is looked for.
 */

export const sans = localFont({
  src: '../node_modules/geist/dist/fonts/geist-sans/Geist-Variable.woff2',
  variable: '--font-geist-sans',
  weight: '100 900',
  preload: false,
})

export const mono = localFont({
  src: '../node_modules/geist/dist/fonts/geist-mono/GeistMono-Variable.woff2',
  variable: '--font-geist-mono',
  weight: '100 900',
  preload: false,
  adjustFontFallback: false,
  fallback: ['ui-monospace', 'Menlo', 'DejaVu Sans Mono', 'monospace'],
})
