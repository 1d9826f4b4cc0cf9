import { Code } from '#components/ui/code.tsx'
import { Fact, FactList } from '#components/ui/fact-list.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { Age } from '#components/vocabulary/age.tsx'
import { FullHash } from '#components/vocabulary/full-hash.tsx'
import { momentOf } from '#lib/wording/age.ts'
import { count } from '#lib/wording/count.ts'
import type { EvidenceDetailProps } from './detailed-evidence.ts'
import { NOT_SAID } from './not-said.tsx'
import { OutsideLink } from './outside-link.tsx'

/** Who reported it, from which pipeline, in which announced run. */
export function Origin({ evidence, run, now }: EvidenceDetailProps) {
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
