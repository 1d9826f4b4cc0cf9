import type { PlannedReview } from '#lib/model/gate-plan.ts'
import { REVIEW_DOMAINS } from '#lib/model/review-domain.ts'
import type { ClassifiedFile } from './classify-file.ts'
import { reviewsByRepositoryRules } from './routes/repository-rule.ts'
import type { RoutingContext } from './routing-context.ts'

/**
 * Who must look at the change: architecture for files without an owner (docs/operating-model.md, "Ownership inputs"),
 * and whoever the repository's own rules name. One entry a review domain, with the files that ask for it.
 */
export function requestReviews(context: RoutingContext, classified: readonly ClassifiedFile[]): PlannedReview[] {
  const unmapped = classified.filter(({ file }) => file.classes.includes('unmapped')).map(({ file }) => file.path)
  return REVIEW_DOMAINS.flatMap((domain) => {
    const files = new Set(domain === 'architecture' ? unmapped : [])
    const because = new Set(files.size > 0 ? [unmappedSentence(files.size, context.mapFaulty)] : [])
    for (const each of classified) {
      for (const asked of reviewsByRepositoryRules(context, each)) {
        if (asked.domain !== domain) continue
        files.add(each.file.path)
        because.add(`the repository's rule ${asked.rule} asks for it`)
      }
    }
    return files.size === 0 ? [] : [{ domain, because: [...because].join('; '), files: [...files] }]
  })
}

function unmappedSentence(count: number, mapFaulty: boolean): string {
  if (mapFaulty) return 'a map could not be read, so nobody can say who owns what'
  return count === 1 ? 'one file has no owner in any map' : `${count} files have no owner in any map`
}
