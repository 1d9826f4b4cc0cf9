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

/** Short facts side by side in one card, for the head of a page. */
export function FactCard({ className, children }: { className: string; children: ReactNode }) {
  return <dl className={`grid gap-x-8 gap-y-2 rounded-card border border-border px-4 py-3 text-dense ${className}`}>{children}</dl>
}

/** One of them. */
export function ShortFact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex min-w-0 gap-3">
      <dt className="w-24 shrink-0 text-muted">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  )
}
