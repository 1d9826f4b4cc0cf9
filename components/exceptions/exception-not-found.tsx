import { RecordNotFound } from '#components/ui/record-not-found.tsx'
import { EXCEPTIONS_HREF } from '#lib/wording/href.ts'

/** An exception that there is not. */
export function ExceptionNotFound() {
  return (
    <RecordNotFound
      title="No exception has this id"
      about="The link may have been cut on the way, or it was asked for on another server."
      href={EXCEPTIONS_HREF}
      all="Show all exceptions"
    />
  )
}
