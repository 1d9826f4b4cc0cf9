import type { ReviewDomain } from '#lib/model/review-domain.ts'
import type { RoutingRule } from '#lib/model/routing-rules.ts'
import type { ClassifiedFile } from '../classify-file.ts'
import type { RoutingContext } from '../routing-context.ts'
import type { RoutedGate } from './route.ts'

/** The gates that the repository's own routing rules add for a file. A rule can only add. */
export function routeByRepositoryRules(context: RoutingContext, classified: ClassifiedFile): RoutedGate[] {
  return rulesFor(context, classified).flatMap((rule) =>
    rule.gates.map((gateId) => ({
      gateId,
      reason: {
        code: 'route.repository-rule',
        text: `the repository's rule ${rule.id} asks for it`,
        file: classified.file.path,
        map: null,
        rule: rule.id,
        declared: { file: rule.file, line: rule.line },
      },
    })),
  )
}

/** The reviews that the repository's own routing rules ask for a file. */
export function reviewsByRepositoryRules(
  context: RoutingContext,
  classified: ClassifiedFile,
): { readonly domain: ReviewDomain; readonly rule: string }[] {
  return rulesFor(context, classified).flatMap((rule) => rule.reviews.map((domain) => ({ domain, rule: rule.id })))
}

// A rule for documentation also meets documentation that is called by another class: a further row must not take its gates away.
function rulesFor(context: RoutingContext, { file, chains }: ClassifiedFile): RoutingRule[] {
  return context.rules
    .filter(
      ({ rule, matchesPath }) =>
        (rule.classes === null || chains.some((chain) => rule.classes?.includes(chain.class))) &&
        (rule.domains === null || rule.domains.some((each) => file.domains.includes(each))) &&
        matchesPath(file.path),
    )
    .map(({ rule }) => rule)
}
