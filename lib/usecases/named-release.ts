import { isRefusal, type Refusal } from '#lib/model/refusal.ts'
import { ask } from '#lib/store/session.ts'
import { identityNamer } from './name-identity.ts'
import type { PromotionDocument } from './promotion-document.ts'
import { type ReleaseRecord, releaseRecord } from './release-record.ts'

/** The record of a release with the names of who promoted. */
export interface NamedRelease extends ReleaseRecord {
  readonly promotions: readonly (PromotionDocument & { readonly by: string })[]
}

/** The record of a release for a page: the same as it is answered, with the names of who promoted. */
export async function namedRelease(asked: Parameters<typeof releaseRecord>[0]): Promise<NamedRelease | Refusal> {
  const record = await releaseRecord(asked)
  if (isRefusal(record)) return record
  const nameOf = await ask(identityNamer)
  return { ...record, promotions: record.promotions.map((each) => ({ ...each, by: nameOf(each.promotedBy) })) }
}
