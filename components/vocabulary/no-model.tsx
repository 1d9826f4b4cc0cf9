import { CodeBlock } from '#components/ui/code-block.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'

/** No model is stored: how it comes here. */
export function NoModel({ origin }: { origin: string }) {
  return (
    <EmptyState title="No operating model is stored yet">
      <p className="text-body">
        Send the model of a repository from a clone of it. Nothing but its ownership maps, lanes, packets, profiles and the list of tracked
        paths is sent.
      </p>
      <CodeBlock text={`export LANEKEEPER_URL=${origin}\nexport LANEKEEPER_TOKEN=…\nnpx lanekeeper sync`} label="Copy the commands" />
      <p className="text-dense text-muted">A repository without maps and lanes starts with:</p>
      <CodeBlock text="npx lanekeeper init" label="Copy the command" />
    </EmptyState>
  )
}
