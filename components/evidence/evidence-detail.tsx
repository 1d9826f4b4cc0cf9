import { ResultChip } from '#components/status/result-chip.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { CodeBlock } from '#components/ui/code-block.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { Section } from '#components/ui/section.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { Age } from '#components/vocabulary/age.tsx'
import { groupDigits } from '#lib/wording/count.ts'
import { evidenceEndpoint, evidenceListHref } from '#lib/wording/href.ts'
import { Artifacts } from './artifacts.tsx'
import { ContentFacts } from './content-facts.tsx'
import type { EvidenceDetailProps } from './detailed-evidence.ts'
import { Findings } from './findings.tsx'
import { OnRecord } from './on-record.tsx'
import { Origin } from './origin.tsx'
import { Outcome } from './outcome.tsx'

/** One piece of evidence, whole: what ran and what came of it, for which content, by whom, and what binds it to the audit chain. */
export function EvidenceDetail(props: EvidenceDetailProps) {
  const { evidence, findings, now, repository } = props
  return (
    <>
      <PageHead
        trail={
          <PageLink href={evidenceListHref({ repository, gate: evidence.gate })} className="text-link hover:underline">
            Evidence of this gate
          </PageLink>
        }
        title={<VisibleText text={props.gateTitle ?? evidence.gate} limit={160} />}
        about={
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-dense">
            <ResultChip evidence={evidence} />
            <span>
              recorded <Age at={evidence.receivedAt} now={now} /> by{' '}
              <VisibleText text={evidence.producer.name} limit={80} className="font-medium text-text" />
            </span>
            <a href={evidenceEndpoint(evidence.id, { repository })} className="text-link underline">
              JSON
            </a>
          </p>
        }
      />
      {props.lessened.length === 0 ? null : (
        <Callout tone={evidence.result === 'passed' ? 'caution' : 'info'} title="It does not count as it says" className="mb-4">
          <ul className="space-y-0.5 text-dense">
            {props.lessened.map(({ code, text }) => (
              <li key={code} data-code={code}>
                {text}
              </li>
            ))}
          </ul>
        </Callout>
      )}

      <Section id="command" title="Command">
        <CodeBlock text={evidence.command} label="Copy command" />
      </Section>

      <div className="grid items-start gap-x-6 lg:grid-cols-2">
        <Section id="outcome" title="Outcome">
          <Outcome {...props} />
        </Section>
        <Section id="content" title="Content and gate">
          <ContentFacts {...props} />
        </Section>
        <Section id="origin" title="Where it comes from">
          <Origin {...props} />
        </Section>
        <Section id="record" title="On record">
          <OnRecord {...props} />
        </Section>
      </div>

      <Section id="artifacts" title="Artifacts" count={groupDigits(evidence.artifacts.length)}>
        <Artifacts artifacts={evidence.artifacts} />
      </Section>
      {findings === null ? null : (
        <Section id="findings" title="Findings" count={groupDigits(findings.length)}>
          <Findings id={evidence.id} findings={findings} from={props.from} />
        </Section>
      )}
    </>
  )
}
