/** A key as it is printed on the keyboard. */
export function Kbd({ children }: { children: string }) {
  return (
    <kbd className="inline-flex h-5 min-w-5 items-center justify-center rounded-mark border border-border bg-panel px-1 font-mono text-meta text-muted">
      {children}
    </kbd>
  )
}
