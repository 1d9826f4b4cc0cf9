import { classNames } from './class-names.ts'

/** A grey box of the size of what is coming; it only appears when waiting has lasted 300 ms. */
export function Skeleton({ className }: { className: string }) {
  return <span aria-hidden="true" className={classNames('after-a-moment block rounded-mark bg-hover', className)} />
}
