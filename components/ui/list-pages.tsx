import { buttonLook } from './button.tsx'
import { PageLink } from './page-link.tsx'

/** The way through a list that is newest first: back to its beginning, and on to what is older. */
export function ListPages({ label, newest, older }: { label: string; newest: string | null; older: string | null }) {
  if (newest === null && older === null) return null
  return (
    <nav aria-label={label} className="mt-3 flex gap-2">
      {newest === null ? null : (
        <PageLink href={newest} className={buttonLook()}>
          Newest
        </PageLink>
      )}
      {older === null ? null : (
        <PageLink href={older} className={buttonLook()}>
          Older
        </PageLink>
      )}
    </nav>
  )
}
