import type { ChangedFile } from '#lib/model/change.ts'
import { CHANGE_CLASSES, type ChangeClass } from '#lib/model/change-class.ts'
import type { FileOwner, PlannedFile } from '#lib/model/gate-plan.ts'
import type { OwnershipRow, PathColumn } from '#lib/model/ownership-map.ts'
import type { LaneClaim } from '#lib/model/ownership-report.ts'
import { matchPath, type OwningRow } from '../ownership/ownership-index.ts'
import type { LaneBook } from './lane-book.ts'
import { isContractDescription, isDocumentation, isGovernanceFile, isInDocumentTree } from './path-nature.ts'
import type { RoutingContext } from './routing-context.ts'

/** Why a file has a class, and through which owner, if any. */
export interface ClassChain {
  readonly class: ChangeClass
  readonly domain: string | null
  readonly owner: FileOwner | null
  /** The row that owns the file; a contract's row may name consumers. */
  readonly row: OwnershipRow | null
}

/** A changed file with everything that routing needs to know of it. */
export interface ClassifiedFile {
  readonly file: PlannedFile
  readonly chains: readonly ClassChain[]
  /** Claims of lanes whose domain no map gives the file to. */
  readonly unownedClaims: readonly LaneClaim[]
  readonly portalArtifact: boolean
}

/**
 * Finds a file's owners and classes (docs/operating-model.md, "Gate routing rules"). The column that matched decides:
 * a specification is a contract, a migration or anything in the schema map is schema, code follows its domain's kind.
 * A file may have several classes; each of them routes.
 */
export function classifyFile(context: RoutingContext, changed: ChangedFile): ClassifiedFile {
  const { path } = changed
  const { owning, claims } = matchPath(context.compiled.ownership, path)
  const owners = owning.map(({ owner }) => owner)
  const domains = new Set(owners.map((owner) => owner.domain))
  const unownedClaims = claims.filter((claim) => !domains.has(claim.domain))
  const portalArtifact = context.isPortalArtifact(path)
  const chains: ClassChain[] = [
    ...(isGovernanceFile(path, context.compiled.model.locations) ? [unownedChain('cicd', null)] : []),
    ...ownedChains(owning, context.lanes, path, portalArtifact),
    ...(isContractDescription(path) ? unownedClaims.map((claim) => unownedChain('contract', claim.domain)) : []),
    ...(owning.length === 0 || context.mapFaulty ? [unownedChain('unmapped', null)] : []),
  ]
  const classes = namedClasses(chains)
  return {
    file: {
      ...changed,
      domains: [...domains].sort(),
      owners: [...new Set(owners)],
      classes,
    },
    chains,
    unownedClaims,
    portalArtifact,
  }
}

/** Documentation that is also something else still takes the route of documentation, but is not called so. */
function namedClasses(chains: readonly ClassChain[]): ChangeClass[] {
  const found = new Set(chains.map((chain) => chain.class))
  if (found.has('contract') || found.has('schema') || found.has('cicd')) found.delete('docs')
  return CHANGE_CLASSES.filter((each) => found.has(each))
}

function ownedChains(owning: readonly OwningRow[], lanes: LaneBook, path: string, portalArtifact: boolean): ClassChain[] {
  const chains = owning.flatMap((each) => classesOf(each, lanes, path).map((found) => ownedChain(found, each)))
  const documentation = (isDocumentation(path) && isInDocumentTree(path)) || portalArtifact
  if (!documentation) return chains
  const specified = chains.filter((chain) => chain.class === 'contract' || chain.class === 'schema')
  return [...specified, ...owning.map((each) => ownedChain('docs', each))]
}

function classesOf({ owner, column }: OwningRow, lanes: LaneBook, path: string): ChangeClass[] {
  const classes: ChangeClass[] = []
  const specifies = owner.map === 'route' || owner.map === 'event'
  if (column === 'spec' || (specifies && column === 'path') || isContractDescription(path)) classes.push('contract')
  if (owner.map === 'schema' || column === 'migration') classes.push('schema')
  const code = CODE_COLUMNS.has(column) || (column === 'path' && !specifies && owner.map !== 'schema')
  if (code || classes.length === 0) classes.push(classByKind(owner, lanes))
  return classes
}

const CODE_COLUMNS: ReadonlySet<PathColumn> = new Set(['package', 'handler', 'binary path', 'surface path'])

const CLASS_BY_KIND = { platform: 'shared-service', product: 'product', frontend: 'frontend' } as const

// A domain without a lane has not said what it is; a shared service has the broadest minimum route.
function classByKind(owner: FileOwner, lanes: LaneBook): ChangeClass {
  return CLASS_BY_KIND[lanes.kindOf(owner.domain) ?? (owner.map === 'frontend-surface' ? 'frontend' : 'platform')]
}

function ownedChain(found: ChangeClass, { owner, row }: OwningRow): ClassChain {
  return { class: found, domain: owner.domain, owner, row }
}

function unownedChain(found: ChangeClass, domain: string | null): ClassChain {
  return { class: found, domain, owner: null, row: null }
}
