import { Section } from '#components/ui/section.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { sayPlaces, sayRoles } from '#lib/rules/exceptions/say-role.ts'
import { momentOf } from '#lib/wording/age.ts'
import { ROLE_WORDING } from '#lib/wording/role.ts'
import type { ShownException } from './shown-exception.ts'

/** Whose approval it needs, who could give it now, and who has decided. */
export function Approvals({ exception }: { exception: ShownException }) {
  const { state, needed, open, decisions, deciders, ending } = exception
  return (
    <>
      <Section id="needed" title="Who decides">
        <p className="text-body">
          It needs {sayPlaces(needed)}
          {needed.length > 1 ? ', each another person' : null}.{' '}
          {state !== 'requested' ? null : open.length === 0 ? 'Nobody is missing.' : `Still to come: ${sayPlaces(open)}.`}
        </p>
        {state !== 'requested' ? null : deciders.length === 0 ? (
          <p className="mt-2 text-dense text-muted">Nobody could approve it at this moment.</p>
        ) : (
          <ul aria-label="Who could approve it now" className="mt-2 space-y-1 text-dense">
            {deciders.slice(0, 12).map(({ name, roles }) => (
              <li key={name}>
                <VisibleText text={name} limit={80} className="font-medium" /> could approve it now, as {sayRoles(roles)}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section id="decisions" title="Decisions" count={String(decisions.length)}>
        {decisions.length === 0 ? (
          <p className="text-body text-muted">Nobody has decided yet.</p>
        ) : (
          <ol className="divide-y divide-border rounded-card border border-border">
            {decisions.map(({ by, name, role, decision, reason, at, counts }) => (
              <li key={`${by} ${at}`} className="space-y-1 px-4 py-3 text-dense">
                <p>
                  <VisibleText text={name} limit={80} className="font-medium" /> {decision === 'approve' ? 'approved' : 'rejected'} it as{' '}
                  {ROLE_WORDING[role].label.toLowerCase()}
                </p>
                <p>
                  <VisibleText text={reason} limit={10_000} />
                </p>
                <p className="text-meta text-muted">
                  {momentOf(Date.parse(at))}
                  {counts ? null : ' · no longer counts: the words, or the evidence, are not those it was given for'}
                </p>
              </li>
            ))}
          </ol>
        )}
        {ending === null ? null : (
          <p className="mt-2 text-dense">
            It ended {momentOf(Date.parse(ending.at))}
            {ending.reason === null ? null : (
              <>
                : <VisibleText text={ending.reason} limit={10_000} />
              </>
            )}
          </p>
        )}
      </Section>
    </>
  )
}
