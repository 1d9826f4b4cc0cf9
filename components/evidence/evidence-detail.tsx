import { ResultChip } from '#components/status/result-chip.tsx'
import { Callout } from '#components/ui/callout.tsx'
import { Code, CodeBlock } from '#components/ui/code.tsx'
import { CopyButton } from '#components/ui/copy-button.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { Section } from '#components/ui/section.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { Age } from '#components/vocabulary/age.tsx'
import { FullHash } from '#components/vocabulary/full-hash.tsx'
import { LayerIcon } from '#components/vocabulary/layer-icon.tsx'
import type { ShownEvidence } from '#components/vocabulary/shown-evidence.ts'
import type { AnnouncedRun } from '#lib/model/announced-run.ts'
import { type Content, contentIdOf } from '#lib/model/content.ts'
import type { Evidence } from '#lib/model/evidence.ts'
import type { JudgedFinding } from '#lib/model/guard.ts'
import { momentOf } from '#lib/wording/age.ts'
import { count, groupDigits } from '#lib/wording/count.ts'
import { durationText } from '#lib/wording/duration.ts'
import { countsText } from '#lib/wording/evidence-look.ts'
import { GATE_LAYER_WORDING } from '#lib/wording/gate-layer.ts'
import { boardHref, evidenceEndpoint, evidenceListHref, gateHref } from '#lib/wording/href.ts'
import { Artifacts } from './artifacts.tsx'
import { AuditBinding, type ShownEntry } from './audit-binding.tsx'
import { Fact, FactList } from './fact-list.tsx'
import { Findings } from './findings.tsx'
import { OutsideLink } from './outside-link.tsx'
import { RelatedEvidence } from './related-evidence.tsx'

/** One piece of evidence as it was recorded; moments are ISO text. */
export interface DetailedEvidence
  extends Omit<ShownEvidence, 'findingCount' | 'revoked'>,
    Pick<
      Evidence,
      'sequence' | 'command' | 'startedAt' | 'finishedAt' | 'artifacts' | 'runId' | 'ci' | 'supersedes' | 'reason' | 'gateDefinition'
    > {
  readonly domain: string | null
  readonly revoked: { readonly at: string; readonly by: string; readonly reason: string } | null
}

export interface EvidenceDetailProps {
  readonly evidence: DetailedEvidence
  readonly gateTitle: string | null
  readonly findings: readonly JudgedFinding[] | null
  /** The position of the finding that is shown first. */
  readonly from: number
  readonly lessened: readonly { readonly code: string; readonly text: string }[]
  readonly supersedes: readonly ShownEvidence[]
  readonly answeredBy: readonly ShownEvidence[]
  readonly run: AnnouncedRun | null
  readonly recorded: ShownEntry | null
  readonly revocation: ShownEntry | null
  /** Named in links where the server holds several. */
  readonly repository: string | null
  readonly now: number
}

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
          <Record {...props} />
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

const NOT_SAID = <span className="text-muted">not said</span>

function Outcome({ evidence }: EvidenceDetailProps) {
  const { counts, startedAt, finishedAt, reason } = evidence
  const took = startedAt === null || finishedAt === null ? null : Date.parse(finishedAt) - Date.parse(startedAt)
  return (
    <FactList>
      <Fact name="Result">
        <ResultChip evidence={evidence} />
      </Fact>
      <Fact name="Exit code">{evidence.exitCode ?? NOT_SAID}</Fact>
      <Fact name="Counts">
        {counts === null ? <span className="text-muted">not counted</span> : `${countsText(counts)}, ${groupDigits(counts.passed)} passed`}
      </Fact>
      <Fact name="Took">{took === null ? NOT_SAID : durationText(took / 1000)}</Fact>
      <Fact name="By the producer's clock">
        {startedAt === null && finishedAt === null ? (
          NOT_SAID
        ) : (
          <>
            {startedAt === null ? 'not said' : momentOf(Date.parse(startedAt))} to{' '}
            {finishedAt === null ? 'not said' : momentOf(Date.parse(finishedAt))}
          </>
        )}
      </Fact>
      <Fact name="Reason">{reason === null ? <span className="text-muted">none given</span> : <LongText text={reason} />}</Fact>
    </FactList>
  )
}

/** More of a text is opened on request. */
const MOST_AT_ONCE = 600

/** What a producer wrote, whole, however long. */
function LongText({ text }: { text: string }) {
  if (text.length <= MOST_AT_ONCE) return <VisibleText text={text} limit={MOST_AT_ONCE} />
  return (
    <>
      <VisibleText text={text} limit={MOST_AT_ONCE} />
      <Disclosure summary={`All ${groupDigits(text.length)} characters`} className="[&>summary]:-ml-1">
        <p>
          <VisibleText text={text} limit={Number.POSITIVE_INFINITY} />
        </p>
      </Disclosure>
    </>
  )
}

function ContentFacts({ evidence, repository }: EvidenceDetailProps) {
  const { content, layer, gate, domain, gateDefinition, profile } = evidence
  return (
    <FactList>
      {NAMES.map(([name, key]) => {
        const text = content[key]
        return (
          <Fact key={key} name={name}>
            {text === undefined ? (
              <span className="text-muted">not named</span>
            ) : (
              <FullHash text={text} label={`Copy ${name.toLowerCase()}`} />
            )}
          </Fact>
        )
      })}
      <Fact name="Candidate">
        <PageLink
          href={boardHref({ repository, commit: contentIdOf(content) })}
          className="inline-block min-h-6 py-0.5 text-link underline"
        >
          the board of this content
        </PageLink>
      </Fact>
      <Fact name="Gate">
        <span className="inline-flex max-w-full items-center gap-x-1">
          {domain === null ? (
            <Code>
              <VisibleText text={gate} limit={140} />
            </Code>
          ) : (
            <PageLink href={gateHref(gate, domain, { repository, commit: contentIdOf(content) })} className="text-link underline">
              <Code>
                <VisibleText text={gate} limit={140} />
              </Code>
            </PageLink>
          )}
          <CopyButton text={gate} label="Copy gate id" />
        </span>
        <span className="flex items-center gap-1.5 text-meta text-muted">
          {layer === null ? null : <LayerIcon layer={layer} />}
          {layer === null ? 'The operating model has no such gate today.' : GATE_LAYER_WORDING[layer].label}
        </span>
      </Fact>
      <Fact name="Gate definition">
        <FullHash text={gateDefinition} label="Copy definition" />
      </Fact>
      <Fact name="Profile">{profile === null ? <span className="text-muted">none</span> : <VisibleText text={profile} limit={63} />}</Fact>
    </FactList>
  )
}

const NAMES: readonly (readonly [string, keyof Content])[] = [
  ['Commit', 'gitCommit'],
  ['Tree', 'gitTree'],
  ['Artifact SHA-256', 'sha256'],
]

function Origin({ evidence, run, now }: EvidenceDetailProps) {
  const { producer, ci, runId } = evidence
  return (
    <FactList>
      <Fact name="Producer">
        <VisibleText text={producer.name} limit={160} />
      </Fact>
      <Fact name="Identity">
        <FullHash text={producer.identity} label="Copy identity" />
      </Fact>
      <Fact name="Pipeline">
        {ci === null ? (
          NOT_SAID
        ) : (
          <>
            <VisibleText text={ci.provider} limit={80} /> <VisibleText text={ci.id} limit={80} />, attempt {ci.attempt}
            {ci.url === null ? null : (
              <span className="block">
                <OutsideLink address={ci.url} />
              </span>
            )}
          </>
        )}
      </Fact>
      <Fact name="Announced run">
        {run === null ? (
          <span className="text-muted">{runId === null ? 'none' : runId}</span>
        ) : (
          <>
            <Code>{run.id.slice(0, 8)}</Code> of <VisibleText text={run.profile} limit={63} />: {count(run.gates.length, 'gate')}, announced{' '}
            <Age at={run.announcedAt.toISOString()} now={now} />,{' '}
            {run.closedAt === null ? (
              <>deadline {momentOf(run.deadline.getTime())}</>
            ) : (
              <>
                closed <Age at={run.closedAt.toISOString()} now={now} />
              </>
            )}
          </>
        )}
      </Fact>
    </FactList>
  )
}

function Record({ evidence, supersedes, answeredBy, recorded, revocation, now }: EvidenceDetailProps) {
  const { revoked } = evidence
  const unknown = evidence.supersedes.length - supersedes.length
  return (
    <FactList>
      <Fact name="Id">
        <FullHash text={evidence.id} label="Copy id" />
      </Fact>
      <Fact name="Recorded">
        {momentOf(Date.parse(evidence.receivedAt))}, as number {groupDigits(evidence.sequence)}
      </Fact>
      <AuditBinding name="Audit entry" shown={recorded} />
      <Fact name="It answers">
        <RelatedEvidence evidence={supersedes} now={now} none="nothing" />
        {unknown > 0 ? <span className="block text-muted">and {count(unknown, 'id')} that nothing has</span> : null}
      </Fact>
      <Fact name="Answered by">
        <RelatedEvidence evidence={answeredBy} now={now} none="nothing" />
      </Fact>
      <Fact name="Revocation">
        {revoked === null ? (
          <span className="text-muted">{evidence.result === 'passed' ? 'not revoked' : 'cannot be revoked, only answered'}</span>
        ) : (
          <>
            revoked <Age at={revoked.at} now={now} /> by <VisibleText text={revoked.by} limit={80} className="font-medium" />:{' '}
            <LongText text={revoked.reason} />
          </>
        )}
      </Fact>
      {revoked === null ? null : <AuditBinding name="Audit entry of that" shown={revocation} />}
    </FactList>
  )
}
