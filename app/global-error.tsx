'use client'

import './globals.css'

/** Stands in for the whole document when even its frame failed. Every page carries it along, so it is made of little. */
export default function GlobalError({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <html lang="en">
      <head>
        <title>Failed · Lanekeeper</title>
      </head>
      <body>
        <main className="mx-auto max-w-3xl space-y-2 p-6">
          <h1 className="mb-4 font-semibold text-title">Lanekeeper</h1>
          <h2 className="font-semibold text-body">This page failed</h2>
          <p className="text-dense">The fault is on the server’s side, and its log has the details.</p>
          {error.digest === undefined ? null : (
            <p className="text-dense text-muted">
              Request <code className="font-mono">{error.digest}</code>
            </p>
          )}
          <button type="button" onClick={retry} className="button h-8 border-control bg-page px-3 text-body text-text hover:bg-hover">
            Try again
          </button>
        </main>
      </body>
    </html>
  )
}
