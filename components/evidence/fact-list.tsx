import type { ReactNode } from 'react'

/** Names and values in two columns, one below the other where there is no room. */
export function FactList({ children }: { children: ReactNode }) {
  return <dl className="divide-y divide-border rounded-card border border-border">{children}</dl>
}

/** One of them. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-4 gap-y-0.5 px-4 py-2 text-dense sm:grid-cols-[11rem_minmax(0,1fr)]">
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </div>
  )
}
