import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { EvidenceDetail } from '#components/evidence/evidence-detail.tsx'
import { InvalidParameters } from '#components/ui/invalid-parameters.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { visibleText } from '#components/ui/visible-segments.ts'
import { resultLook } from '#lib/wording/evidence-look.ts'
import { evidenceHref } from '#lib/wording/href.ts'
import { type SearchParameters, textThat } from '#lib/wording/search-parameters.ts'
import { knownRepositories } from '../../known-repositories.ts'
import { NotLoadedPage } from '../../not-loaded.tsx'
import { evidenceRecord } from './evidence-record.ts'

interface Props {
  readonly params: Promise<{ id: string }>
  readonly searchParams: Promise<SearchParameters>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const loaded = await evidenceRecord((await params).id)
  if (loaded.state !== 'loaded') return { title: 'Evidence' }
  const { evidence, gateTitle } = loaded.value
  return { title: `${resultLook(evidence).label} · ${visibleText(gateTitle ?? evidence.gate).slice(0, 80)} · Evidence` }
}

/** A piece of evidence under its permanent address. */
export default async function EvidenceOfId({ params, searchParams }: Props) {
  const { id } = await params
  const loaded = await evidenceRecord(id)
  if (loaded.state === 'refused' && loaded.refusal.refused === 'evidence-unknown') notFound()
  if (loaded.state !== 'loaded') {
    return (
      <>
        <PageHead title="Evidence" />
        <NotLoadedPage why={loaded} hrefOf={() => evidenceHref(id)} />
      </>
    )
  }
  const { evidence, revoked, repository, ...record } = loaded.value
  const most = record.findings?.length ?? 0
  const from = textThat(await searchParams, 'from', (text) => /^\d{1,6}$/.test(text) && Number(text) < most, 'it has no finding there')
  const repositories = await knownRepositories()
  return (
    <>
      <InvalidParameters parameters={from.unused} />
      <EvidenceDetail
        {...record}
        evidence={evidence}
        revocation={revoked}
        from={Number(from.value ?? 0)}
        repository={repositories.state === 'loaded' && repositories.value.length > 1 ? repository : null}
        now={Date.now()}
      />
    </>
  )
}
