import { Cell, DataTable, HeadCell, RowHead } from '#components/ui/data-table.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { FullHash } from '#components/vocabulary/full-hash.tsx'
import type { EvidenceArtifact } from '#lib/model/evidence.ts'
import { OutsideLink } from './outside-link.tsx'

/** The files that evidence names, each with the hash by which it can be known again. */
export function Artifacts({ artifacts }: { artifacts: readonly EvidenceArtifact[] }) {
  if (artifacts.length === 0) return <p className="text-body text-muted">No artifact was named.</p>
  return (
    <DataTable label="Artifacts">
      <thead>
        <tr>
          <HeadCell>Name</HeadCell>
          <HeadCell>SHA-256</HeadCell>
          <HeadCell>Address</HeadCell>
        </tr>
      </thead>
      <tbody>
        {artifacts.map(({ name, sha256, uri }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two artifacts may be alike in everything but their position
          <tr key={index}>
            <RowHead className="min-w-40 wrap-anywhere">
              <VisibleText text={name} limit={160} />
            </RowHead>
            <Cell className="min-w-64">
              <FullHash text={sha256} label="Copy SHA-256" />
            </Cell>
            <Cell className="min-w-48">{uri === undefined ? <span className="text-muted">none</span> : <OutsideLink address={uri} />}</Cell>
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}
