import { CodeBlock } from '#components/ui/code-block.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'

/** The model came without a list of tracked files: what is owned and what is not cannot be told, and is not guessed. */
export function NoTree() {
  return (
    <EmptyState title="Not known: no list of tracked files is stored">
      <p className="text-body">
        Coverage holds the maps against the files that the repository tracks, and this model was stored without them. Send it again from a
        git clone.
      </p>
      <CodeBlock text="npx lanekeeper sync" label="Copy the command" />
    </EmptyState>
  )
}
