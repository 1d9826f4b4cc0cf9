import { Skeleton } from '#components/ui/skeleton.tsx'

/** Stands in for a page that takes its time: a head and a body of the height a page has. */
export function PageSkeleton() {
  return (
    <div className="min-h-[70dvh]">
      <p role="status" className="sr-only">
        Loading
      </p>
      <Skeleton className="h-7 w-64" />
      <Skeleton className="mt-2 h-5 w-96 max-w-full" />
      <Skeleton className="mt-6 h-80 w-full" />
    </div>
  )
}
