import { type InvalidParameter, InvalidParameters } from '#components/ui/invalid-parameters.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import type { Severity } from '#lib/model/diagnostic.ts'
import type { OperatingModel } from '#lib/model/operating-model.ts'
import type { OwnershipCoverage } from '#lib/model/ownership-report.ts'
import type { OwnershipTab } from '#lib/wording/href.ts'
import { Conflicts } from './conflicts.tsx'
import { Coverage } from './coverage.tsx'
import { Diagnostics } from './diagnostics.tsx'
import { Lanes } from './lanes.tsx'
import { ModelIdentity } from './model-identity.tsx'
import { NoTree } from './no-tree.tsx'
import { OwnershipTabs } from './ownership-tabs.tsx'
import { Resolver } from './resolver.tsx'
import { Unmapped } from './unmapped.tsx'

export interface OwnershipPageProps {
  readonly tab: OwnershipTab
  readonly model: OperatingModel
  /** ISO moment. */
  readonly storedAt: string
  readonly coverage: OwnershipCoverage
  /** As the address names it; null where there is only one. */
  readonly repository: string | null
  readonly filter: string
  readonly severity: Severity | null
  /** Paths to try the resolver with. */
  readonly examples: readonly string[]
  readonly unused: readonly InvalidParameter[]
  readonly now: number
}

/** Who owns what, by which model: one tab at a time. */
export function OwnershipPage(props: OwnershipPageProps) {
  const { model, coverage } = props
  return (
    <>
      <InvalidParameters parameters={props.unused} />
      <PageHead
        title="Ownership"
        about={
          <ModelIdentity
            repository={model.repository}
            digest={model.digest}
            createdAt={props.storedAt}
            now={props.now}
            files={coverage.files}
          />
        }
      />
      <OwnershipTabs
        open={props.tab}
        repository={props.repository}
        counts={{
          ...(coverage.files === 0 ? {} : { unmapped: coverage.unmappedCount, conflicts: coverage.conflictCount }),
          lanes: model.lanes.length,
          diagnostics: coverage.diagnostics.length,
        }}
      />
      <OpenTab {...props} />
    </>
  )
}

function OpenTab({ tab, model, coverage, repository, filter, severity, examples }: OwnershipPageProps) {
  const known = coverage.files > 0
  switch (tab) {
    case 'resolve':
      return <Resolver repository={repository} examples={examples} />
    case 'coverage':
      return known ? <Coverage coverage={coverage} repository={repository} /> : <NoTree />
    case 'unmapped':
      return known ? <Unmapped coverage={coverage} repository={repository} filter={filter} /> : <NoTree />
    case 'conflicts':
      return known ? <Conflicts coverage={coverage} /> : <NoTree />
    case 'lanes':
      return <Lanes lanes={model.lanes} folder={model.locations.domainLanes} filter={filter} />
    case 'diagnostics':
      return <Diagnostics diagnostics={coverage.diagnostics} repository={repository} severity={severity} />
  }
}
