import { Callout } from '#components/ui/callout.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { PathText } from '#components/vocabulary/path-text.tsx'
import type { PlannedReview } from '#lib/model/gate-plan.ts'
import { count } from '#lib/wording/count.ts'
import { REVIEW_DOMAIN_WORDING } from '#lib/wording/review-domain.ts'

/** The reviews that the change asks for: whose, why, and for which files, unless those are the ones without an owner, which stand above. */
export function Reviews({ reviews, unmapped }: { reviews: readonly PlannedReview[]; unmapped: readonly string[] }) {
  return reviews.map((review) => {
    const { label, next } = REVIEW_DOMAIN_WORDING[review.domain]
    return (
      <Callout key={review.domain} tone="caution" title={`${label} needed`}>
        <p className="text-dense">
          Because <VisibleText text={review.because} limit={400} />. {next}
        </p>
        {sameFiles(review.files, unmapped) ? null : (
          <Disclosure summary={count(review.files.length, 'file')}>
            <ul className="pl-5.5 text-dense">
              {review.files.map((file) => (
                <li key={file}>
                  <PathText path={file} limit={200} />
                </li>
              ))}
            </ul>
          </Disclosure>
        )}
      </Callout>
    )
  })
}

function sameFiles(files: readonly string[], others: readonly string[]): boolean {
  return files.length === others.length && files.every((file, position) => file === others[position])
}
