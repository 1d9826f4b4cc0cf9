import { Callout } from '#components/ui/callout.tsx'
import { Code } from '#components/ui/code.tsx'
import { Cell, DataTable, HeadCell, RowHead } from '#components/ui/data-table.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { ClassChip } from '#components/vocabulary/class-chip.tsx'
import { PathText } from '#components/vocabulary/path-text.tsx'
import { PlaceLine } from '#components/vocabulary/place-line.tsx'
import type { PathOwnership } from '#lib/model/ownership-report.ts'
import { CHANGE_CLASS_WORDING } from '#lib/wording/change-class.ts'
import { MAP_KIND_WORDING } from '#lib/wording/map-kind.ts'

/** Who owns a path: by which rows, of which classes a change to it would be, and which lanes claim it. */
export function ResolvedPath({ ownership }: { ownership: PathOwnership }) {
  return (
    <div className="space-y-5">
      <h2 className="font-semibold text-section">
        <PathText path={ownership.path} limit={200} />
      </h2>
      {ownership.owners.length === 0 ? <NoOwner /> : <Owners ownership={ownership} />}
      <section aria-labelledby="classes">
        <h3 id="classes" className="mb-2 font-medium text-dense text-muted">
          A change to it is of class
        </h3>
        <ul className="space-y-2">
          {ownership.classes.map((each) => (
            <li key={each} className="flex flex-wrap items-baseline gap-x-2.5 gap-y-1 text-dense">
              <ClassChip changeClass={each} />
              <span className="min-w-0 basis-80 grow">{CHANGE_CLASS_WORDING[each].next}</span>
            </li>
          ))}
        </ul>
      </section>
      <Claims ownership={ownership} />
    </div>
  )
}

function NoOwner() {
  return (
    <Callout tone="unowned" level={3} title="No map names an owner">
      <p className="text-dense">
        A change to this path runs every global gate and asks for an architecture review. Add a row to an ownership map to give it a domain;
        a lane’s claim alone does not make an owner.
      </p>
    </Callout>
  )
}

function Owners({ ownership }: { ownership: PathOwnership }) {
  return (
    <DataTable label="Owners">
      <thead>
        <tr>
          <HeadCell>Domain</HeadCell>
          <HeadCell>Map</HeadCell>
          <HeadCell>Pattern</HeadCell>
          <HeadCell>Row</HeadCell>
        </tr>
      </thead>
      <tbody>
        {ownership.owners.map((owner) => (
          <tr key={`${owner.map} ${owner.line} ${owner.pattern}`}>
            <RowHead className="font-semibold">
              <VisibleText text={owner.domain} limit={63} />
            </RowHead>
            <Cell className="whitespace-nowrap">{MAP_KIND_WORDING[owner.map].label}</Cell>
            <Cell className="min-w-48">
              <Code>
                <VisibleText text={owner.pattern} limit={160} />
              </Code>
            </Cell>
            <Cell className="min-w-56">
              <PlaceLine place={owner} />
            </Cell>
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}

function Claims({ ownership }: { ownership: PathOwnership }) {
  if (ownership.claims.length === 0) return null
  return (
    <section aria-labelledby="claims">
      <h3 id="claims" className="mb-2 font-medium text-dense text-muted">
        Lanes that claim it, and bring their gates
      </h3>
      <ul className="divide-y divide-border rounded-card border border-border">
        {ownership.claims.map((claim) => (
          <li
            key={`${claim.file}:${claim.line} ${claim.pattern}`}
            className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 px-3 py-2 text-dense"
          >
            <span className="font-medium">
              <VisibleText text={claim.domain} limit={63} />
            </span>
            <Code>
              <VisibleText text={claim.pattern} limit={160} />
            </Code>
            <PlaceLine place={claim} />
          </li>
        ))}
      </ul>
    </section>
  )
}
