import { ExceptionNotFound } from '#components/exceptions/exception-not-found.tsx'

/** No exception has this id. */
export default function NoException() {
  return <ExceptionNotFound />
}
