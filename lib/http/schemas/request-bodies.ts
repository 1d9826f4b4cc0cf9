import { z } from 'zod'
import { CHANGE_KINDS, MOST_CHANGED_FILES } from '#lib/model/change.ts'
import { commit, identifier, repositoryName, repositoryPath, wholeText } from './text.ts'

const modelSource = z.strictObject({ path: repositoryPath, text: wholeText })

/** `POST models`: the files a model is read from and the tracked paths. The server compiles it itself, so nobody can claim a compilation. */
export const modelBody = z
  .strictObject({
    repository: repositoryName,
    sources: z.array(modelSource).max(5000, 'must be 5,000 files or fewer'),
    tree: z.array(repositoryPath).optional().describe('every tracked path; without it coverage has nothing to measure'),
  })
  .superRefine(({ sources }, context) => {
    const seen = new Set<string>()
    for (const [at, { path }] of sources.entries()) {
      if (seen.has(path)) context.addIssue({ code: 'custom', path: ['sources', at, 'path'], message: 'is given twice' })
      seen.add(path)
    }
  })
  .meta({ id: 'ModelRequest' })

export const changedFile = z
  .strictObject({
    path: repositoryPath,
    change: z.enum(CHANGE_KINDS),
    from: repositoryPath.exactOptional(),
    to: repositoryPath.exactOptional(),
  })
  .meta({ id: 'ChangedFile' })

/** `POST plans`: the change as a list of files or as a unified diff. */
export const planBody = z
  .strictObject({
    files: z
      .array(z.union([repositoryPath, changedFile]))
      .max(MOST_CHANGED_FILES, `must be ${MOST_CHANGED_FILES} files or fewer`)
      .optional(),
    diff: wholeText.optional().describe('a unified diff, as `git diff` writes it'),
    profile: identifier.nullish(),
    base: commit.nullish(),
    head: commit.nullish(),
  })
  .refine(({ files, diff }) => (files === undefined) !== (diff === undefined), 'needs either `files` or `diff`')
  .meta({ id: 'PlanRequest' })

export type ModelBody = z.infer<typeof modelBody>
export type PlanBody = z.infer<typeof planBody>
