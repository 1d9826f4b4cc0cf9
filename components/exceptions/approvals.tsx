import { Section } from '#components/ui/section.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { sayPlaces } from '#lib/rules/exceptions/say-role.ts'
import { momentOf } from '#lib/wording/age.ts'
import { ROLE_WORDING } from '#lib/wording/role.ts'
import type { ShownException } from './shown-exception.ts'

/** Whose approval it needs, who has decided, and who never can. */
export function Approvals({ exception }: { exception: ShownException }) {
  const { state, needed, open, decisions, excluded, ending } = exception
  return (
    <>
      <Section id="needed" title="Who decides">
        <p className="text-body">
          It needs {sayPlaces(needed)}, each another person.{' '}
          {state !== 'requested' ? null : open.length === 0 ? 'Nobody is missing.' : `Still to come: ${sayPlaces(open)}.`}
        </p>
      </Section>
      <Section id="decisions" title="Decisions" count={String(decisions.length)}>
        {decisions.length === 0 ? (
          <p className="text-body text-muted">Nobody has decided yet.</p>
        ) : (
          <ol className="divide-y divide-border rounded-card border border-border">
            {decisions.map(({ by, roles, decision, reason, at, voidBy }) => (
              <li key={`${by} ${at}`} className="space-y-1 px-4 py-3 text-dense">
                <p>
                  <VisibleText text={by} limit={80} className="font-medium" /> {decision === 'approve' ? 'approved' : 'rejected'} as{' '}
                  {roles.map((role) => ROLE_WORDING[role].label.toLowerCase()).join(', ')}
                </p>
                <p>
                  <VisibleText text={reason} limit={2000} />
                </p>
                <p className="text-meta text-muted">
                  {momentOf(Date.parse(at))}
                  {voidBy === null ? null : ` · no longer counts: ${voidBy}`}
                </p>
              </li>
            ))}
          </ol>
        )}
        {ending === null ? null : (
          <p className="mt-2 text-dense">
            Ended {momentOf(Date.parse(ending.at))} by <VisibleText text={ending.by} limit={80} />
            {ending.reason === null ? null : (
              <>
                : <VisibleText text={ending.reason} limit={2000} />
              </>
            )}
          </p>
        )}
      </Section>
      {excluded.length === 0 ? null : (
        <Section id="excluded" title="Who cannot approve it" count={String(excluded.length)}>
          <ul className="space-y-1 text-dense">
            {excluded.map(({ name, why }) => (
              <li key={name}>
                <VisibleText text={name} limit={80} className="font-medium" />: <span className="text-muted">{why}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
