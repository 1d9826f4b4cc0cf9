import { buttonLook } from './button.tsx'
import { PageHead } from './page-head.tsx'
import { PageLink } from './page-link.tsx'

/** A record that there is not, under an address that looks like one. */
export function RecordNotFound({ title, about, href, all }: { title: string; about: string; href: string; all: string }) {
  return (
    <>
      <PageHead title={title} about={about} />
      <p>
        <PageLink href={href} className={buttonLook('primary')}>
          {all}
        </PageLink>
      </p>
    </>
  )
}
