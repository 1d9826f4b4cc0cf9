import { buttonLook } from '#components/ui/button.tsx'
import { Code } from '#components/ui/code.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { RELEASES_HREF } from '#lib/wording/href.ts'

/** What a release is asked for by is no full name of content. */
export function ReleaseNotFound() {
  return (
    <>
      <PageHead
        title="This is no full name of a candidate"
        about={
          <>
            A release is asked for by a full commit or tree (40 or 64 lower-case hex digits), or by <Code>sha256:</Code> and 64. Short names
            are not guessed.
          </>
        }
      />
      <PageLink href={RELEASES_HREF} className={buttonLook('primary')}>
        All releases
      </PageLink>
    </>
  )
}
