/** The product's mark: three lanes, one of them held at a gate. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" className={className} aria-hidden="true" focusable="false">
      <rect width="24" height="24" rx="6" fill="var(--accent)" />
      <g stroke="var(--on-accent)" strokeWidth="2.25" strokeLinecap="round">
        <path d="M6.5 7h11" />
        <path d="M6.5 12h5" />
        <path d="M6.5 17h11" />
        <path d="M15.5 9.75v4.5" />
      </g>
    </svg>
  )
}
