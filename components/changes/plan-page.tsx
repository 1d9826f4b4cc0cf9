import type { ReactNode } from 'react'
import { Code } from '#components/ui/code.tsx'
import { CopyButton } from '#components/ui/copy-button.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { Section } from '#components/ui/section.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { Age } from '#components/vocabulary/age.tsx'
import { DiagnosticList } from '#components/vocabulary/diagnostic-list.tsx'
import type { PlanDrift as Drift } from '#lib/rules/routing/plan-drift.ts'
import { count, groupDigits } from '#lib/wording/count.ts'
import { changeHref, changesPageHref } from '#lib/wording/href.ts'
import { planMarkdown } from '#lib/wording/plan-markdown.ts'
import { planCommand } from './cli-command.ts'
import { Faults } from './faults.tsx'
import { GateExplorer } from './gate-explorer.tsx'
import { viewGates } from './gate-view.ts'
import { NotRequired } from './not-required.tsx'
import { Ownerless } from './ownerless.tsx'
import { PlanDrift } from './plan-drift.tsx'
import { PlanExports } from './plan-exports.tsx'
import { PlanFiles } from './plan-files.tsx'
import { type JudgedPlan, NoHead, PlanResults } from './plan-results.tsx'
import { PlanSummary } from './plan-summary.tsx'
import { ProposedModelPart } from './proposed-model.tsx'
import { Reviews } from './reviews.tsx'
import type { StoredPlan } from './stored-plan.ts'

export interface PlanPageProps {
  readonly plan: StoredPlan
  readonly now: number
  /** Domains that a file without an owner could be given to. */
  readonly domains: readonly string[]
  /** The folder of the ownership maps; null when the current model is not known. */
  readonly mapsFolder: string | null
  /** What the current model would ask for otherwise; null when the plan was made by it, or when that cannot be told. */
  readonly drift: Drift | 'too-large' | null
  /** How its gates stand on its head, or what stands in the place of that. Null when it names no commit. */
  readonly results: JudgedPlan | { readonly instead: ReactNode } | null
  readonly allResults: boolean
  readonly origin: string
  readonly allFiles: boolean
  /** Named in links where the server holds several. */
  readonly repository: string | null
}

/** A stored plan: what has no owner and who must review first, then the gates with their why, then everything else. */
export function PlanPage(props: PlanPageProps) {
  const { plan, now, domains, mapsFolder, drift, results, allFiles, repository } = props
  const href = changeHref(plan.id)
  const paths = plan.files.map((file) => file.path)
  return (
    <>
      <PageHead
        trail={
          <PageLink href={changesPageHref({ repository })} className="text-link hover:underline">
            Changes
          </PageLink>
        }
        title={`${count(plan.gates.length, 'gate')} for ${count(plan.files.length, 'changed file')}`}
        about={<Origin plan={plan} now={now} />}
        actions={<PlanExports id={plan.id} command={planCommand(plan, paths)} markdown={planMarkdown(plan, href)} />}
      />
      <div className="space-y-3">
        {drift === null ? null : <PlanDrift planned={plan.modelDigest} drift={drift} command={planCommand(plan, paths)} />}
        <Faults diagnostics={plan.diagnostics} />
        <Ownerless plan={plan} domains={domains} mapsFolder={mapsFolder} />
        <Reviews reviews={plan.reviews} unmapped={plan.unmapped} />
        <PlanSummary plan={plan} />
      </div>

      <Section id="results" title="Results">
        {results === null ? (
          <NoHead origin={props.origin} />
        ) : 'instead' in results ? (
          results.instead
        ) : (
          <PlanResults plan={plan} results={results} all={props.allResults} repository={repository} now={now} />
        )}
      </Section>

      <Section id="gates" title="Required gates" count={groupDigits(plan.gates.length)}>
        <GateExplorer
          gates={viewGates(plan)}
          omitted={plan.notRequired}
          plan={{ base: plan.base, head: plan.head, profile: plan.profile }}
          paths={paths}
        />
      </Section>

      <Section id="files" title="Files" count={groupDigits(plan.files.length)}>
        <PlanFiles files={plan.files} allHref={allFiles ? null : `${href}?files=all`} />
      </Section>

      <Section id="not-required" title="Not required" count={groupDigits(plan.notRequired.length)}>
        {plan.notRequired.length === 0 ? (
          <p className="text-body text-muted">Every gate there is is required.</p>
        ) : (
          <NotRequired gates={plan.notRequired} />
        )}
      </Section>

      <Section id="diagnostics" title="Diagnostics" count={groupDigits(plan.diagnostics.length)}>
        {plan.diagnostics.length === 0 ? (
          <p className="text-body text-muted">The model and the change were read without a fault.</p>
        ) : (
          <DiagnosticList diagnostics={plan.diagnostics} label="Diagnostics of the plan" />
        )}
      </Section>

      {plan.proposed === undefined ? null : (
        <Section id="proposed" title="Under the proposed model">
          <ProposedModelPart proposed={plan.proposed} />
        </Section>
      )}
    </>
  )
}

function Origin({ plan, now }: Pick<PlanPageProps, 'plan' | 'now'>) {
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-dense">
      <VisibleText text={plan.repository} limit={80} className="font-medium text-text" />
      {plan.head === null ? null : (
        <span className="inline-flex items-center">
          <Code>
            <span title={plan.head}>{plan.head.slice(0, 7)}</span>
          </Code>
          <CopyButton text={plan.head} label="Copy commit" />
        </span>
      )}
      <span>
        profile{' '}
        <span className="font-medium text-text">{plan.profile === null ? 'none' : <VisibleText text={plan.profile} limit={63} />}</span>
      </span>
      <span>
        planned <Age at={plan.createdAt} now={now} />
      </span>
      <span>
        by model{' '}
        <Code>
          <span title={plan.modelDigest}>{shortDigest(plan.modelDigest)}</span>
        </Code>
      </span>
    </p>
  )
}

function shortDigest(digest: string): string {
  return digest.replace(/^sha256:/, '').slice(0, 7)
}
