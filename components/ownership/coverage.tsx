import type { ReactNode } from 'react'
import { Chip } from '#components/ui/chip.tsx'
import { Cell, DataTable, HeadCell, RowHead } from '#components/ui/data-table.tsx'
import { PageLink } from '#components/ui/page-link.tsx'
import { Section } from '#components/ui/section.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import type { MapCoverage, OwnershipCoverage } from '#lib/model/ownership-report.ts'
import { groupDigits } from '#lib/wording/count.ts'
import { ownershipHref } from '#lib/wording/href.ts'
import { MAP_KIND_WORDING } from '#lib/wording/map-kind.ts'
import { MAP_STATE_WORDING } from '#lib/wording/map-state.ts'
import { DeadRows } from './dead-rows.tsx'

/** How many tracked files have an owner and how many have none: by map, by domain, and by folder of those without. */
export function Coverage({ coverage, repository }: { coverage: OwnershipCoverage; repository: string | null }) {
  return (
    <>
      <Totals coverage={coverage} />
      <Section id="maps" title="By map">
        <DataTable label="Coverage by map">
          <thead>
            <tr>
              <HeadCell>Map</HeadCell>
              <HeadCell>State</HeadCell>
              <NumberHead>Files owned</NumberHead>
              <NumberHead>Rows</NumberHead>
              <NumberHead>Dead rows</NumberHead>
            </tr>
          </thead>
          <tbody>
            {coverage.maps.map((map) => (
              <tr key={map.map}>
                <RowHead className="sm:min-w-56">
                  <span className="font-medium">{MAP_KIND_WORDING[map.map].label}</span>
                  <VisibleText text={map.file} limit={140} className="wrap-anywhere hidden font-mono text-meta text-muted sm:block" />
                </RowHead>
                <Cell>
                  <MapState state={map.state} />
                </Cell>
                <NumberCell>{map.files}</NumberCell>
                <NumberCell>{map.rows}</NumberCell>
                <NumberCell>{map.deadRows.length}</NumberCell>
              </tr>
            ))}
          </tbody>
        </DataTable>
        <DeadRows maps={coverage.maps} />
      </Section>
      <div className="grid gap-x-6 lg:grid-cols-2">
        <Section id="domains" title="By domain">
          <CountTable
            label="Files by domain"
            name="Domain"
            rows={coverage.domains.map(({ domain, files }) => ({ name: domain, files }))}
            empty="No file has an owner."
          />
        </Section>
        <Section id="folders" title="Without an owner, by folder">
          <CountTable
            label="Unmapped files by folder"
            name="Folder"
            rows={coverage.unmappedFolders.map(({ folder, files }) =>
              folder === '.'
                ? { name: 'at the root', files }
                : { name: `${folder}/`, files, href: ownershipHref('unmapped', { repository, q: `${folder}/` }) },
            )}
            empty="Every tracked file has an owner."
          />
        </Section>
      </div>
    </>
  )
}

function Totals({ coverage }: { coverage: OwnershipCoverage }) {
  const totals = [
    { name: 'Tracked files', amount: coverage.files },
    { name: 'With an owner', amount: coverage.owned },
    { name: 'Without an owner', amount: coverage.unmappedCount },
    { name: 'In conflict', amount: coverage.conflictCount },
  ]
  return (
    <dl className="grid grid-cols-2 overflow-hidden rounded-card border border-border md:grid-cols-4">
      {totals.map(({ name, amount }) => (
        <div key={name} className="-mt-px -ml-px border-border border-t border-l px-4 py-2.5">
          <dt className="text-meta text-muted">{name}</dt>
          <dd className="font-semibold text-title">{groupDigits(amount)}</dd>
        </div>
      ))}
    </dl>
  )
}

function MapState({ state }: { state: MapCoverage['state'] }) {
  const { label, meaning, next } = MAP_STATE_WORDING[state]
  return (
    <Chip tone={state === 'read' ? 'quiet' : state === 'absent' ? 'caution' : 'danger'} title={`${meaning} ${next}`}>
      {label}
    </Chip>
  )
}

function CountTable({
  label,
  name,
  rows,
  empty,
}: {
  label: string
  name: string
  rows: readonly { name: string; files: number; href?: string }[]
  empty: string
}) {
  if (rows.length === 0) return <p className="text-body text-muted">{empty}</p>
  return (
    <DataTable label={label}>
      <thead>
        <tr>
          <HeadCell>{name}</HeadCell>
          <NumberHead>Files</NumberHead>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name}>
            <RowHead>
              {row.href === undefined ? (
                <VisibleText text={row.name} limit={80} />
              ) : (
                <PageLink href={row.href} className="font-mono text-link hover:underline">
                  <VisibleText text={row.name} limit={80} />
                </PageLink>
              )}
            </RowHead>
            <NumberCell>{row.files}</NumberCell>
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}

function NumberHead({ children }: { children: ReactNode }) {
  return <HeadCell className="w-0 text-right">{children}</HeadCell>
}

function NumberCell({ children }: { children: number }) {
  return <Cell className="w-0 text-right">{groupDigits(children)}</Cell>
}
