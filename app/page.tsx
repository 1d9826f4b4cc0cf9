import { redirect } from 'next/navigation'
import { asRoute } from '#components/ui/as-route.ts'
import { NEW_CHANGE_HREF } from '#lib/wording/href.ts'

/** The plan explorer is where a visit begins. */
export default function HomePage() {
  redirect(asRoute(NEW_CHANGE_HREF))
}
