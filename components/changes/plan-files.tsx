import { buttonLook } from '#components/ui/button.tsx'
import { Cell, DataTable, HeadCell, RowHead } from '#components/ui/data-table.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { ClassChip } from '#components/vocabulary/class-chip.tsx'
import { OwnerLine } from '#components/vocabulary/owner-line.tsx'
import { PathText } from '#components/vocabulary/path-text.tsx'
import type { PlannedFile } from '#lib/model/gate-plan.ts'
import { CHANGE_KIND_LABEL } from '#lib/wording/change-kind.ts'
import { groupDigits } from '#lib/wording/count.ts'

/** So many files are shown before a person asks for all. */
export const FIRST_FILES = 100

/** Every changed file with its owners, the map rows that say so, and its classes. */
export function PlanFiles({ files, allHref }: { files: readonly PlannedFile[]; allHref: string | null }) {
  const shown = allHref === null ? files : files.slice(0, FIRST_FILES)
  return (
    <div className="space-y-3">
      <DataTable label="Files of the change">
        <thead>
          <tr>
            <HeadCell>File</HeadCell>
            <HeadCell>Owner, by map row</HeadCell>
            <HeadCell>Class</HeadCell>
          </tr>
        </thead>
        <tbody>
          {shown.map((file) => (
            <tr key={`${file.path} ${file.change}`}>
              <RowHead className="min-w-56 max-w-md">
                <PathText path={file.path} limit={160} />
                <span className="block text-meta text-muted">
                  {CHANGE_KIND_LABEL[file.change]}
                  <OtherPath file={file} />
                </span>
              </RowHead>
              <Cell className="min-w-64 space-y-1.5">
                {file.owners.length === 0 ? (
                  <span className="text-muted">no map row</span>
                ) : (
                  file.owners.map((owner) => <OwnerLine key={`${owner.file}:${owner.line} ${owner.pattern}`} owner={owner} short />)
                )}
              </Cell>
              <Cell className="min-w-36">
                <span className="flex flex-wrap gap-1">
                  {file.classes.map((each) => (
                    <ClassChip key={each} changeClass={each} />
                  ))}
                </span>
              </Cell>
            </tr>
          ))}
        </tbody>
      </DataTable>
      {allHref === null || files.length <= FIRST_FILES ? null : (
        <p className="flex flex-wrap items-center gap-3 text-dense text-muted">
          The first {FIRST_FILES} of {groupDigits(files.length)} files are shown.
          <PageLink href={allHref} scroll={false} className={buttonLook('secondary', 'compact')}>
            Show all {groupDigits(files.length)}
          </PageLink>
        </p>
      )}
    </div>
  )
}

function OtherPath({ file }: { file: PlannedFile }) {
  const other = file.from ?? file.to
  if (other === undefined) return null
  return (
    <>
      {file.from === undefined ? ' to ' : ' from '}
      <VisibleText text={other} limit={120} className="font-mono" />
    </>
  )
}
