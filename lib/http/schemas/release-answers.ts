import { z } from 'zod'
import { ELIGIBILITY_ITEMS, ELIGIBILITY_VERDICTS } from '#lib/model/eligibility.ts'
import { FAST_PROFILE_PROOFS, RELEASE_VERDICTS } from '#lib/model/judgement.ts'
import { PROFILE_KINDS, PROFILE_MODES } from '#lib/model/release-profile.ts'
import { STATUSES } from '#lib/model/status.ts'
import { candidateNames, contentBody } from './content.ts'
import { judgedGate, judgedReviews, leanedExceptions, reasons, sequence, status } from './judgement.ts'
import { debtLine, promotion, skip } from './record-answers.ts'
import { count, digest, moment } from './text.ts'

const next = z.string().nullable().describe('the cursor of the next page; null on the last')
const verdict = z.enum(RELEASE_VERDICTS)
const counts = z.strictObject(Object.fromEntries(STATUSES.map((each) => [each, count])) as Record<(typeof STATUSES)[number], typeof count>)

const profileVerdict = z
  .strictObject({
    profile: z.string(),
    kind: z.enum(PROFILE_KINDS),
    mode: z.enum(PROFILE_MODES),
    verdict,
    unsatisfied: count.describe('gates that are needed and not satisfied'),
  })
  .meta({ id: 'ProfileVerdict' })

/** `GET releases`. */
export const releaseList = z
  .strictObject({
    modelDigest: digest,
    computedAt: moment,
    sequence,
    profiles: z.array(z.string()),
    items: z.array(z.strictObject({ contentId: z.string(), content: contentBody, firstSeenAt: moment, verdicts: z.array(profileVerdict) })),
    next,
  })
  .meta({ id: 'ReleasePage' })

const releaseDomain = z
  .strictObject({
    domain: z.string().nullable().describe('null for the gates of the whole platform'),
    title: z.string(),
    owner: z.string().nullable(),
    status,
    counts: counts.describe('they add up to `gates`'),
    gates: count,
    unsatisfied: count,
    eligibility: z.enum(ELIGIBILITY_VERDICTS).nullable(),
  })
  .meta({ id: 'ReleaseDomain' })

/** `GET releases/{contentId}`. */
export const releaseRecord = z
  .strictObject({
    repository: z.string(),
    contentId: z.string(),
    content: contentBody,
    names: candidateNames,
    firstSeenAt: moment.nullable().describe('null when nothing was ever recorded under this name'),
    planId: z.uuid().nullable().describe('the stored plan that says which gates are needed; without one every gate is'),
    modelDigest: digest,
    computedAt: moment,
    sequence,
    historyHash: z.string().nullable().describe('the hash of the newest audit entry that was looked at'),
    profile: z.strictObject({ id: z.string(), kind: z.enum(PROFILE_KINDS), mode: z.enum(PROFILE_MODES) }),
    verdict,
    profiles: z.array(profileVerdict),
    domains: z.array(releaseDomain),
    gates: z.array(judgedGate),
    unsatisfied: z.array(z.string()),
    reviews: judgedReviews,
    proofs: z.array(z.strictObject({ id: z.enum(FAST_PROFILE_PROOFS), status, reasons })),
    exceptions: leanedExceptions,
    skips: z.array(skip),
    debt: z.array(debtLine),
    promotions: z.array(promotion),
  })
  .meta({ id: 'ReleaseRecord' })

/** `GET domains/{id}/history`. */
export const domainHistory = z
  .strictObject({
    domain: z.string(),
    modelDigest: digest,
    computedAt: moment,
    sequence,
    items: z.array(
      z.strictObject({
        contentId: z.string(),
        content: contentBody,
        firstSeenAt: moment,
        verdict: z.enum(ELIGIBILITY_VERDICTS),
        items: z.array(z.strictObject({ id: z.enum(ELIGIBILITY_ITEMS), status })).length(8),
      }),
    ),
    next,
  })
  .meta({ id: 'DomainHistory' })
