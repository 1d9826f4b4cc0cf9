import { z } from 'zod'
import { IDENTIFIER } from '#lib/model/identifier.ts'

/** An id of a domain, gate or profile (contract, §1). */
export const identifier = z.string().regex(IDENTIFIER, 'must be an id: lower case letters, digits, `.`, `_` and `-`, at most 63')

/** A full commit; a short one could come to name another. */
export const commit = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/, 'must be a full commit: 40 or 64 lower-case hex digits')

/** Text as Unicode has it: half a surrogate pair is no character, and would not come back as it was sent. */
export const wholeText = z.string().refine((text) => !/\p{Cs}/u.test(text), 'holds half of a surrogate pair')

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

export const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/)

export const moment = z.iso.datetime({ precision: 3 }).describe('by the clock of the database, UTC')
