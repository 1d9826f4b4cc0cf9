import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { preferenceOf, RAIL, THEME } from '#lib/client/preference.ts'
import { mono, sans } from './fonts.ts'
import './globals.css'

export const metadata: Metadata = {
  title: { template: '%s · Lanekeeper', default: 'Lanekeeper' },
  description: 'Which gates a change must pass, why, and who owns what',
  referrer: 'same-origin',
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  colorScheme: 'light dark',
}

/** The document: fonts, and the theme and rail as the browser's cookies ask, so that nothing flashes. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const chosen = await cookies()
  const theme = preferenceOf(THEME, chosen.get(THEME.cookie)?.value)
  return (
    <html
      lang="en"
      className={`${sans.variable} ${mono.variable}`}
      data-theme={theme === 'system' ? undefined : theme}
      data-rail={preferenceOf(RAIL, chosen.get(RAIL.cookie)?.value)}
    >
      <body>
        <div className="isolate">{children}</div>
      </body>
    </html>
  )
}
