import { z } from 'zod'
import { IDENTIFIER } from '#lib/model/identifier.ts'

/** An id of a domain, gate or profile (contract, §1). */
export const identifier = z.string().regex(IDENTIFIER, 'must be an id: lower case letters, digits, `.`, `_` and `-`, at most 63')

const SEGMENT = '[a-z0-9][a-z0-9._-]{0,62}'

/** The id of a gate: a path of ids (contract, §1). */
export const gateId = z
  .string()
  .regex(
    new RegExp(`^(?:global/${SEGMENT}|${SEGMENT}/(?:local|smoke|evidence)/${SEGMENT})$`),
    'must be a gate id: global/<gate>, <domain>/local/<gate>, <domain>/smoke/<gate> or <domain>/evidence/<gate>',
  )

const GIT_OBJECT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/

/** A full commit; a short one could come to name another. */
export const commit = z.string().regex(GIT_OBJECT, 'must be a full commit: 40 or 64 lower-case hex digits')

/** A full tree. */
export const tree = z.string().regex(GIT_OBJECT, 'must be a full tree: 40 or 64 lower-case hex digits')

/** The SHA-256 of an artifact, bare as in content and artifacts. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256: 64 lower-case hex digits, without `sha256:`')

/** Text as Unicode has it: half a surrogate pair is no character, and would not come back as it was sent. */
export const wholeText = z.string().refine((text) => !/\p{Cs}/u.test(text), 'holds half of a surrogate pair')

/** Text that a person wrote or reads: not empty, not longer than `most` characters, without a NUL, which a database cannot keep. */
export function boundedText(most: number) {
  return wholeText
    .min(1, 'must not be empty')
    .max(most, `must be ${most.toLocaleString('en')} characters or fewer`)
    .refine((text) => !text.includes('\0'), 'holds a NUL character')
    .refine((text) => text.trim() !== '' || text === '', 'must not be blank')
}

/** A path within a repository, as git has it. Odd characters are allowed; a NUL cannot be in one. */
export const repositoryPath = wholeText
  .min(1, 'must not be empty')
  .max(4096, 'must be 4,096 characters or fewer')
  .refine((path) => !path.includes('\0'), 'holds a NUL character')

/** A repository's name, as its lanekeeper.yaml or its folder says: anything that can be read and typed. */
export const repositoryName = z
  .string()
  .regex(
    /^[^\p{C}\p{Z}](?:[^\p{C}\p{Zl}\p{Zp}]{0,198}[^\p{C}\p{Z}])?$/u,
    'must be a name of 1 to 200 characters, without control characters',
  )

/** A name that people read and compare: nothing in it that cannot be seen. */
export const readableName = z
  .string()
  .regex(
    /^[^\p{C}\p{Z}](?:[^\p{C}\p{Zl}\p{Zp}]{0,298}[^\p{C}\p{Z}])?$/u,
    'must be a name of 1 to 300 characters, without control characters',
  )

/** An address that may be shown as a link: nothing but http and https, or it could run something. */
export const webAddress = boundedText(2000).refine(isWebAddress, 'must be an http or https address')

export const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/)

export const moment = z.iso.datetime({ precision: 3 }).describe('by the clock of the database, UTC')

/** A moment as a client gives it: ISO 8601 with its offset. */
export const clientMoment = z.iso.datetime({ offset: true, error: 'must be an ISO 8601 moment with its offset, as 2026-11-24T08:00:00Z' })

/** The largest number that is kept. */
const MOST = 2 ** 31 - 1

/** A whole number from `least`, by default any that can be kept. */
export function wholeNumber(least = -MOST - 1) {
  const range = `must be a whole number from ${least.toLocaleString('en')} to ${MOST.toLocaleString('en')}`
  return z.int(range).min(least, range).max(MOST, range)
}

/** A count of something. */
export const count = wholeNumber(0)

/** The id of something that was recorded. Ids are compared as they were given, so capitals are another. */
export const recordId = z
  .string()
  .regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'must be an id that was answered when it was recorded (a UUID in lower case)')

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol)
}
