import { z } from 'zod'
import { commit, sha256, tree } from './text.ts'

/** What evidence, a run, a skip or a promotion is about, as a client names it: any of the three, at least one. */
export const contentBody = z
  .strictObject({ gitCommit: commit.exactOptional(), gitTree: tree.exactOptional(), sha256: sha256.exactOptional() })
  .refine((content) => Object.keys(content).length > 0, 'must name a gitCommit, a gitTree or a sha256')
  .meta({ id: 'Content' })

const CONTENT_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64}|sha256:[0-9a-f]{64})$/

/** One name of a candidate. */
export const contentId = z.string().regex(CONTENT_ID, 'must be a full commit or tree (40 or 64 lower-case hex digits) or `sha256:` and 64')

/** The same as a part of a path, where a client may have encoded its colon. */
export const contentIdInPath = z
  .string()
  .transform((text) => text.replace(/^sha256%3a/i, 'sha256:'))
  .pipe(contentId)

/** Everything a candidate is known by. */
export const candidateNames = z
  .strictObject({
    contentId: z.string().describe('what was asked for'),
    commits: z.array(z.string()),
    trees: z.array(z.string()),
    digests: z.array(z.string()),
    contradictions: z.array(z.string()).describe('commits that were named with two different trees'),
  })
  .meta({ id: 'CandidateNames' })
