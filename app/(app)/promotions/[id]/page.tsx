import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { PromotionPage } from '#components/promotions/promotion-page.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { readPromotion } from '#lib/usecases/read-promotion.ts'
import { promotionHref } from '#lib/wording/href.ts'
import { load } from '../../load.ts'
import { NotLoadedPage } from '../../not-loaded.tsx'

interface Props {
  readonly params: Promise<{ id: string }>
}

const promotionOf = cache((id: string) => load(() => readPromotion(id)))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const loaded = await promotionOf((await params).id)
  return { title: loaded.state === 'loaded' ? `${loaded.value.promotion.domain} promoted` : 'Promotion' }
}

/** The record of a promotion under its permanent address. */
export default async function PromotionOfId({ params }: Props) {
  const { id } = await params
  const loaded = await promotionOf(id)
  if (loaded.state === 'refused' && loaded.refusal.refused === 'promotion-unknown') notFound()
  if (loaded.state !== 'loaded') {
    return (
      <>
        <PageHead title="Promotion" />
        <NotLoadedPage why={loaded} hrefOf={() => promotionHref(id)} />
      </>
    )
  }
  return <PromotionPage {...loaded.value} />
}
