import { PlanNotFound } from '#components/changes/plan-not-found.tsx'

/** No plan has this id. */
export default function ChangeNotFound() {
  return <PlanNotFound />
}
