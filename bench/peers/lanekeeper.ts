import { indexOwnership, matchPath } from '#lib/rules/ownership/ownership-index.ts'
import { ownershipMapText, ruleOfDomain } from '../corpora/ownership-map-text.ts'
import { ownershipModel } from '../corpora/ownership-model.ts'
import type { ReadRules } from './router.ts'

/** Lanekeeper: `matchPath`, which the product calls for each path, on the index of a package ownership map. */
export const readRules: ReadRules = (rules) => {
  const model = ownershipModel(ownershipMapText(rules))
  return () => {
    const index = indexOwnership(model)
    return {
      route: (path) => matchPath(index, path),
      owners: (path) => matchPath(index, path).owning.map(({ row }) => ruleOfDomain(row.domain)),
    }
  }
}
