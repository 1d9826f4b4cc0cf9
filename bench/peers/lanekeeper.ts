import { indexOwnership, matchPath } from '#lib/rules/ownership/ownership-index.ts'
import { ownershipMapText, ruleOfDomain } from '../corpora/ownership-map-text.ts'
import { ownershipModel } from '../corpora/ownership-model.ts'
import type { Contender } from './contender.ts'

/** Lanekeeper: `matchPath`, which the product calls for each path. Its memory is the index with the rows of the map. */
export const lanekeeper: Contender = {
  name: 'lanekeeper',
  packageName: null,
  remembersPaths: false,
  prepare: (rules) => {
    const index = indexOwnership(ownershipModel(ownershipMapText(rules)))
    return {
      route: (path) => matchPath(index, path),
      owners: (path) => matchPath(index, path).owning.map(({ row }) => ruleOfDomain(row.domain)),
    }
  },
}
