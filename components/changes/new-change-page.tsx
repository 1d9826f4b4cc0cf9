import { CodeBlock } from '#components/ui/code-block.tsx'
import { type InvalidParameter, InvalidParameters } from '#components/ui/invalid-parameters.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { Age } from '#components/vocabulary/age.tsx'
import type { PlanSummary } from '#lib/model/plan-summary.ts'
import type { ReleaseProfile } from '#lib/model/release-profile.ts'
import { count } from '#lib/wording/count.ts'
import { changeHref, changesPageHref } from '#lib/wording/href.ts'
import { PlanForm } from './plan-form.tsx'
import { sampleDiff } from './sample-diff.ts'

export interface NewChangePageProps {
  readonly repository: string | null
  readonly profiles: readonly ReleaseProfile[]
  /** Paths that make a change to try with; empty when the repository's files are not known. */
  readonly sample: readonly string[]
  readonly recent: readonly PlanSummary[]
  readonly unused: readonly InvalidParameter[]
  readonly now: number
}

/** The plan explorer: the form, and beside it the same from a terminal and what was planned last. */
export function NewChangePage({ repository, profiles, sample, recent, unused, now }: NewChangePageProps) {
  return (
    <>
      <InvalidParameters parameters={unused} />
      <PageHead
        title="What does my change need?"
        about="Paste a change and see the gates it must pass, each with the file, map row and rule that ask for it."
      />
      <div className="grid gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <PlanForm
          repository={repository}
          profiles={profiles.map(({ id, kind }) => ({ id, kind }))}
          sample={sample.length === 0 ? null : { files: sample, diff: sampleDiff(sample) }}
        />
        <aside aria-label="Beside the form" className="space-y-6">
          <section aria-labelledby="terminal" className="space-y-2">
            <h2 id="terminal" className="font-semibold text-body">
              From a terminal
            </h2>
            <CodeBlock text="npx lanekeeper plan --base origin/main --head HEAD" label="Copy the command" />
            <p className="text-dense text-muted">The same plan, by the maps in the working tree. It needs no server and stores nothing.</p>
          </section>
          {recent.length === 0 ? null : (
            <section aria-labelledby="recent" className="space-y-2">
              <div className="flex items-baseline justify-between gap-3">
                <h2 id="recent" className="font-semibold text-body">
                  Planned last
                </h2>
                <PageLink href={changesPageHref({ repository })} className="text-dense text-link hover:underline">
                  All plans
                </PageLink>
              </div>
              <Recent plans={recent} now={now} />
            </section>
          )}
        </aside>
      </div>
    </>
  )
}

function Recent({ plans, now }: { plans: readonly PlanSummary[]; now: number }) {
  return (
    <ul className="divide-y divide-border rounded-card border border-border">
      {plans.map((plan) => (
        <li key={plan.id}>
          <PageLink
            href={changeHref(plan.id)}
            className="flex items-baseline justify-between gap-3 px-3 py-2 text-dense no-underline hover:bg-hover"
          >
            <span className="min-w-0">
              <span className="block font-medium text-link">
                {count(plan.gates, 'gate')} for {count(plan.files, 'file')}
              </span>
              {plan.unmapped === 0 ? null : <span className="text-meta text-unowned-fg">{plan.unmapped} without owner</span>}
            </span>
            <span className="text-meta text-muted">
              <Age at={plan.createdAt} now={now} />
            </span>
          </PageLink>
        </li>
      ))}
    </ul>
  )
}
