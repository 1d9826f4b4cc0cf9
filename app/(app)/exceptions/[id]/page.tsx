import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { whoIsLooking } from '#app/who-is-looking.ts'
import { ExceptionPage } from '#components/exceptions/exception-page.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { readException } from '#lib/usecases/read-exception.ts'
import { EXCEPTION_STATE_WORDING } from '#lib/wording/exception-state.ts'
import { exceptionHref, inRepository } from '#lib/wording/href.ts'
import { type SearchParameters, textOf } from '#lib/wording/search-parameters.ts'
import { load } from '../../load.ts'
import { NotLoadedPage } from '../../not-loaded.tsx'

interface Props {
  readonly params: Promise<{ id: string }>
  readonly searchParams: Promise<SearchParameters>
}

const exceptionOf = cache((repository: string | null, id: string) =>
  load(async () => readException({ repository, id, person: (await whoIsLooking()).person })),
)

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const loaded = await exceptionOf(textOf(await searchParams, 'repository') ?? null, (await params).id)
  if (loaded.state !== 'loaded') return { title: 'Exception' }
  return { title: `${EXCEPTION_STATE_WORDING[loaded.value.state].label} · Exception of ${loaded.value.domain}` }
}

/** An exception, where it is decided. */
export default async function ExceptionOfId({ params, searchParams }: Props) {
  const { id } = await params
  const repository = textOf(await searchParams, 'repository') ?? null
  const loaded = await exceptionOf(repository, id)
  if (loaded.state === 'refused' && loaded.refusal.refused === 'exception-unknown') notFound()
  if (loaded.state !== 'loaded') {
    return (
      <>
        <PageHead title="Exception" />
        <NotLoadedPage why={loaded} hrefOf={(each) => inRepository(exceptionHref(id), each)} />
      </>
    )
  }
  return <ExceptionPage exception={loaded.value} of={{ repository }} />
}
