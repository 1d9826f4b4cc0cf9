import { z } from 'zod'
import { contentId } from '../schemas/content.ts'
import { repositoryName, repositoryPath } from '../schemas/text.ts'

export const noQuery = z.strictObject({})

/** As people write it: `./a` and `a/` name the same as `a`. */
const queriedPath = repositoryPath.transform((path) => path.replace(/^(?:\.\/)+/, '').replace(/(?<=[^/])\/+$/, ''))

export const ofRepository = z.strictObject({ repository: repositoryName.optional().describe('needed when there are several') })

export const pathQuery = ofRepository.extend({ path: queriedPath })

export const pageQuery = ofRepository.extend({
  limit: z
    .string()
    .regex(/^\d{1,3}$/, 'must be a whole number from 1 to 200')
    .transform(Number)
    .pipe(z.number({ error: 'must be a whole number from 1 to 200' }).int().min(1).max(200))
    .default(50),
  cursor: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,40}$/, 'must be the `next` of the page before')
    .optional(),
})

/** A page of what is judged item by item, which is dear: a few at a time. */
export const judgedPageQuery = pageQuery.extend({
  limit: z
    .string()
    .regex(/^\d{1,2}$/, 'must be a whole number from 1 to 20')
    .transform(Number)
    .pipe(z.number({ error: 'must be a whole number from 1 to 20' }).int().min(1).max(20))
    .default(10),
})

/** Of which candidate; without it, of the newest. */
export const ofCandidate = ofRepository.extend({
  commit: contentId.optional().describe('a full commit, a tree or `sha256:…`; without it the newest candidate'),
})

export type NoQuery = z.infer<typeof noQuery>
export type OfRepository = z.infer<typeof ofRepository>
export type PathQuery = z.infer<typeof pathQuery>
export type PageQuery = z.infer<typeof pageQuery>
export type OfCandidate = z.infer<typeof ofCandidate>
