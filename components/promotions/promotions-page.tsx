import { buttonLook } from '#components/ui/button.tsx'
import { Code } from '#components/ui/code.tsx'
import { Cell, DataTable, HeadCell, RowHead } from '#components/ui/data-table.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { InvalidParameters } from '#components/ui/invalid-parameters.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { Age } from '#components/vocabulary/age.tsx'
import { shortContent } from '#components/vocabulary/content-name.ts'
import { type Content, contentIdOf } from '#lib/model/content.ts'
import { boardHref, domainHref, type OfRepository, packetEndpoint, promotionHref, promotionsHref, releasesHref } from '#lib/wording/href.ts'

export interface PromotionsPageProps {
  readonly promotions: {
    readonly items: readonly {
      readonly id: string
      readonly domain: string
      readonly content: Content
      readonly by: string
      readonly promotedAt: string
    }[]
    readonly next: string | null
  }
  readonly cursor: string | null
  readonly of: OfRepository
  readonly now: number
}

/** Every independent promotion, newest first, each with its record and its packet. */
export function PromotionsPage({ promotions, cursor, of, now }: PromotionsPageProps) {
  const { items, next } = promotions
  const lost = cursor !== null && items.length === 0
  return (
    <>
      {lost ? <InvalidParameters parameters={[{ name: 'cursor', value: cursor, because: 'no promotion stands after it' }]} /> : null}
      <PageHead
        trail={
          <PageLink href={releasesHref(of)} className="text-link hover:underline">
            Releases
          </PageLink>
        }
        title="Independent promotions"
        about="Domains that went on their own: by whom, on which content, and the eight items as they were"
      />
      {items.length > 0 ? (
        <DataTable label="Promotions">
          <thead>
            <tr>
              <HeadCell>Domain</HeadCell>
              <HeadCell>Content</HeadCell>
              <HeadCell>Promoted by</HeadCell>
              <HeadCell>Record</HeadCell>
              <HeadCell className="text-right">When</HeadCell>
            </tr>
          </thead>
          <tbody>
            {items.map(({ id, domain, content, by, promotedAt }) => {
              const commit = contentIdOf(content)
              return (
                <tr key={id} className="hover:bg-hover">
                  <RowHead>
                    <PageLink href={domainHref(domain, 'eligibility', { ...of, commit })} className="font-medium text-link hover:underline">
                      <VisibleText text={domain} limit={63} />
                    </PageLink>
                  </RowHead>
                  <Cell>
                    <PageLink
                      href={boardHref({ ...of, commit })}
                      title={commit}
                      className="inline-block min-h-6 py-0.5 text-link hover:underline"
                    >
                      <Code>{shortContent(commit)}</Code>
                    </PageLink>
                  </Cell>
                  <Cell>
                    <VisibleText text={by} limit={80} />
                  </Cell>
                  <Cell>
                    <span className="flex flex-wrap gap-x-3">
                      <PageLink href={promotionHref(id)} className="inline-block min-h-6 py-0.5 text-link underline">
                        Record
                      </PageLink>
                      <a href={packetEndpoint(id)} className="inline-block min-h-6 py-0.5 text-link underline" download>
                        Packet
                      </a>
                    </span>
                  </Cell>
                  <Cell className="text-right text-muted">
                    <Age at={promotedAt} now={now} />
                  </Cell>
                </tr>
              )
            })}
          </tbody>
        </DataTable>
      ) : cursor === null ? (
        <EmptyState title="Nothing was promoted on its own yet">
          <p className="text-body text-muted">
            A domain whose eight items hold is promoted from its{' '}
            <PageLink href={boardHref(of)} className="text-link underline">
              page on the board
            </PageLink>
            , by a release manager. Until then it goes with the whole platform.
          </p>
        </EmptyState>
      ) : null}
      <nav aria-label="Pages of promotions" className="mt-3 flex gap-2 empty:hidden">
        {cursor === null ? null : (
          <PageLink href={promotionsHref(of)} className={buttonLook()}>
            Newest
          </PageLink>
        )}
        {next === null ? null : (
          <PageLink href={promotionsHref({ ...of, cursor: next })} className={buttonLook()}>
            Older
          </PageLink>
        )}
      </nav>
    </>
  )
}
