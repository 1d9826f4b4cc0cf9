import { buttonLook } from '#components/ui/button.tsx'
import { CodeBlock } from '#components/ui/code-block.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { NEW_CHANGE_HREF } from '#lib/wording/href.ts'

/** No plan is stored yet: how the first one comes about. */
export function PlansEmpty({ origin }: { origin: string }) {
  const recipe = [
    'git diff --name-only origin/main... |',
    "  jq -Rn '{files: [inputs]}' |",
    `  curl -fsS ${origin}/api/v1/plans -H "Authorization: Bearer $LANEKEEPER_TOKEN" \\`,
    '    -H "Content-Type: application/json" -H "Idempotency-Key: $GITHUB_SHA" -d @-',
  ].join('\n')
  return (
    <EmptyState title="No plan is stored yet">
      <p className="text-body">Plan a change here, or post one from CI. Each plan keeps its own address.</p>
      <p>
        <PageLink href={NEW_CHANGE_HREF} className={buttonLook('primary')}>
          Plan a change
        </PageLink>
      </p>
      <p className="text-dense text-muted">From CI:</p>
      <CodeBlock text={recipe} label="Copy the CI step" />
      <p className="text-dense text-muted">Only to look, without storing anything:</p>
      <CodeBlock text="npx lanekeeper plan --base origin/main --head HEAD" label="Copy the command" />
    </EmptyState>
  )
}
