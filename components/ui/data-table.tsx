import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names.ts'

const REGION = 'relative overflow-x-auto rounded-card border border-border'

/**
 * A plain table that scrolls inside its own named region when it is wider than the page, so the page never does: also not for the sake of
 * what only screen readers see of it, which is placed by the nearest positioned box.
 */
export function DataTable({ label, className, children }: { label: string; className?: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label={label} tabIndex={0} className={classNames(REGION, className)}>
      <table className="w-full border-collapse text-left text-dense">{children}</table>
    </section>
  )
}

/** A column's name. */
export function HeadCell({ className, ...rest }: ComponentProps<'th'>) {
  return (
    <th
      scope="col"
      className={classNames('h-8 whitespace-nowrap border-border border-b bg-panel px-3 font-medium text-meta text-muted', className)}
      {...rest}
    />
  )
}

/** A value; the first of a row may be its header (`<RowHead>`). */
export function Cell({ className, ...rest }: ComponentProps<'td'>) {
  return <td className={classNames('h-9 border-border border-t px-3 py-2 align-top', className)} {...rest} />
}

export function RowHead({ className, ...rest }: ComponentProps<'th'>) {
  return (
    <th scope="row" className={classNames('h-9 border-border border-t px-3 py-2 text-left align-top font-normal', className)} {...rest} />
  )
}
