import { Code } from '#components/ui/code.tsx'
import { CopyButton } from '#components/ui/copy-button.tsx'
import { FactCard, ShortFact } from '#components/ui/fact-list.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { momentOf } from '#lib/wording/age.ts'
import { changeHref } from '#lib/wording/href.ts'
import type { ShownRelease } from './shown-release.ts'

const MOST_NAMES = 4

/** What the candidate is known by, what it was judged by, and when: all in full, for whoever compares it with a record. */
export function ReleaseFacts({ release }: { release: ShownRelease }) {
  const { names, planId, modelDigest, historyHash, sequence, firstSeenAt, computedAt } = release
  return (
    <FactCard className="lg:grid-cols-2 print:grid-cols-2 print:border-0 print:px-0">
      <ShortFact name="Commit">
        <Names names={names.commits} none="no commit is known" />
      </ShortFact>
      <ShortFact name="Tree">
        <Names names={names.trees} none="no tree is known" />
      </ShortFact>
      <ShortFact name="Artifact">
        <Names names={names.digests.map((digest) => `sha256:${digest}`)} none="no digest is known" />
      </ShortFact>
      <ShortFact name="First seen">
        {firstSeenAt === null ? 'nothing was ever recorded for it' : momentOf(Date.parse(firstSeenAt))}
      </ShortFact>
      <ShortFact name="Plan">
        {planId === null ? (
          'none is stored, so every gate of every lane is needed'
        ) : (
          <PageLink href={changeHref(planId)} className="text-link underline">
            <Code>{planId}</Code>
          </PageLink>
        )}
      </ShortFact>
      <ShortFact name="Model">
        <Code>{modelDigest}</Code>
      </ShortFact>
      <ShortFact name="Judged">{momentOf(Date.parse(computedAt))}</ShortFact>
      <ShortFact name="Audit entry">
        {sequence}
        {historyHash === null ? null : (
          <>
            {' '}
            <Code>{historyHash}</Code>
          </>
        )}
      </ShortFact>
    </FactCard>
  )
}

function Names({ names, none }: { names: readonly string[]; none: string }) {
  if (names.length === 0) return <span className="text-muted">{none}</span>
  return (
    <>
      {names.slice(0, MOST_NAMES).map((name) => (
        <span key={name} className="flex items-center">
          <Code>{name}</Code>
          <span className="print:hidden">
            <CopyButton text={name} label="Copy the name" />
          </span>
        </span>
      ))}
      {names.length > MOST_NAMES ? <span className="text-muted">and {names.length - MOST_NAMES} more</span> : null}
    </>
  )
}
