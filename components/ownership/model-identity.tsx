import { Code } from '#components/ui/code.tsx'
import { CopyButton } from '#components/ui/copy-button.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { Age } from '#components/vocabulary/age.tsx'
import { count } from '#lib/wording/count.ts'

/** Which model everything on the page was answered by. */
export function ModelIdentity({
  repository,
  digest,
  createdAt,
  now,
  files,
}: {
  repository: string
  digest: string
  createdAt: string
  now: number
  files: number
}) {
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-dense">
      <VisibleText text={repository} limit={80} className="font-medium text-text" />
      <span className="inline-flex items-center">
        model&nbsp;
        <Code>
          <span title={digest}>{digest.replace(/^sha256:/, '').slice(0, 7)}</span>
        </Code>
        <CopyButton text={digest} label="Copy digest" />
      </span>
      <span>
        stored <Age at={createdAt} now={now} />
      </span>
      <span>{files === 0 ? 'without a list of tracked files' : count(files, 'tracked file')}</span>
    </p>
  )
}
