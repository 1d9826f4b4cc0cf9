'use client'

import { Failed } from '#components/shell/failed.tsx'
import './globals.css'

/** Stands in for the whole document when even its frame failed. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <head>
        <title>Failed · Lanekeeper</title>
      </head>
      <body>
        <main className="mx-auto max-w-3xl p-6">
          <h1 className="mb-4 font-semibold text-title">Lanekeeper</h1>
          <Failed error={error} retry={retry} />
        </main>
      </body>
    </html>
  )
}
