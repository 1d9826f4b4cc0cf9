import { Code } from '#components/ui/code.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { shortContent } from '#components/vocabulary/content-name.ts'
import type { ComparedCandidate, ComparedCandidates } from '#lib/model/comparison.ts'
import { changeHref } from '#lib/wording/href.ts'

/** By which model both are judged, and by which each was planned: another model may have asked for other gates. */
export function ComparedModels({ compared: { base, head, modelDigest } }: { compared: ComparedCandidates }) {
  const digests = [base.plan?.modelDigest, head.plan?.modelDigest]
  const differ = digests[0] !== undefined && digests[1] !== undefined && digests[0] !== digests[1]
  return (
    <div className="space-y-1.5 text-body">
      <p>
        Both are judged by model <Digest digest={modelDigest} />.
        {differ ? ' They were planned by different models, so other gates may have been asked for.' : null}
      </p>
      {[base, head].map((candidate, at) => (
        <p key={at === 0 ? 'base' : 'head'}>
          <Code>{shortContent(candidate.contentId)}</Code> <Plan candidate={candidate} current={modelDigest} />
        </p>
      ))}
    </div>
  )
}

function Plan({ candidate: { plan }, current }: { candidate: ComparedCandidate; current: string }) {
  if (plan === null) return <span className="text-muted">has no stored plan, so every gate of every lane is needed.</span>
  return (
    <>
      was planned by{' '}
      <PageLink href={changeHref(plan.id)} className="text-link hover:underline">
        a stored plan
      </PageLink>{' '}
      under{' '}
      {plan.modelDigest === current ? (
        'that model'
      ) : (
        <>
          another model, <Digest digest={plan.modelDigest} />
        </>
      )}
      .
    </>
  )
}

function Digest({ digest }: { digest: string }) {
  return (
    <Code>
      <span title={digest}>{shortContent(digest)}</span>
    </Code>
  )
}
