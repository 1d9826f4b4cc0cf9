import { Callout } from '#components/ui/callout.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'

/** Over every page while the history is not the one that this server has signed for: what follows, why, and who can move it. */
export function DoubtNotice({ because }: { because: string }) {
  return (
    <div role="alert" data-doubt="" className="mb-5">
      <Callout tone="danger" title="Nothing is recorded at the moment, and what you read may lack its end">
        <p className="text-dense">
          <VisibleText text={because} limit={800} className="wrap-anywhere" />
        </p>
        <p className="text-dense text-muted">
          Whoever runs this server can move it. Until then nobody signs in, promotes, decides or posts; whoever is signed in stays so and
          can read.
        </p>
      </Callout>
    </div>
  )
}
