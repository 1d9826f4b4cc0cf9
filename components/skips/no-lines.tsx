import { buttonLook } from '#components/ui/button.tsx'
import { CodeBlock } from '#components/ui/code-block.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import type { RegisterView } from '#lib/model/register-line.ts'
import { type RegisterPlace, skipsHref } from '#lib/wording/href.ts'

interface Words {
  readonly title: string
  readonly text: string
  readonly command: string | null
}

const WORDS: Readonly<Record<RegisterView, Words>> = {
  owed: {
    title: 'Nothing is owed',
    text: 'Every gate that a run announced was shown, and every skip that was declared holds. Only what is announced can be found hidden: announce a run before it starts.',
    command: 'npx lanekeeper announce --profile PROFILE --base origin/main',
  },
  declared: {
    title: 'No skip was declared',
    text: 'A fast profile may leave a gate out when prior evidence for the same content stands in for it.',
    command: 'npx lanekeeper skip GATE --profile PROFILE --reason TEXT --prior EVIDENCE_ID',
  },
  repaid: { title: 'Nothing was repaid yet', text: 'A line of debt comes here when its gate passes on the same content.', command: null },
}

/** Why the register has no line to show. */
export function NoLines({ of }: { of: RegisterPlace & { readonly view: RegisterView } }) {
  if (of.cursor != null || of.kind != null || of.domain != null) {
    return (
      <EmptyState title="No line is like that">
        <p className="text-body text-muted">Nothing on this page of the register has that kind and domain.</p>
        <PageLink href={skipsHref({ repository: of.repository ?? null, view: of.view })} className={buttonLook()}>
          Show all
        </PageLink>
      </EmptyState>
    )
  }
  const { title, text, command } = WORDS[of.view]
  return (
    <EmptyState title={title}>
      <p className="text-body text-muted">{text}</p>
      {command === null ? null : <CodeBlock text={command} label="Copy the command" />}
    </EmptyState>
  )
}
