import { Code } from '#components/ui/code.tsx'
import { CodeBlock } from '#components/ui/code-block.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'

const SAMPLE = 'profiles:\n  platform-control: { kind: full, mode: enforcing }'

/** No release profile is declared, so nothing can be released: what to write. */
export function NoProfile() {
  return (
    <EmptyState title="No release profile is declared">
      <p className="text-body">
        A profile says how a candidate is released; without one there is no verdict. Write <Code>release-profiles.yaml</Code>, then send the
        model with <Code>npx lanekeeper sync</Code>:
      </p>
      <CodeBlock text={SAMPLE} label="Copy the profile" />
    </EmptyState>
  )
}
