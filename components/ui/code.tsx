import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

/** A path, id or value in the monospaced face, in the line. */
export function Code({ children, className }: { children: ReactNode; className?: string }) {
  return <code className={classNames('wrap-anywhere font-mono text-[0.92em]', className)}>{children}</code>
}
