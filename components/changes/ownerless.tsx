import { Callout } from '#components/ui/callout.tsx'
import { Code } from '#components/ui/code.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { PathText } from '#components/vocabulary/path-text.tsx'
import type { GatePlan } from '#lib/model/gate-plan.ts'
import { count } from '#lib/wording/count.ts'
import { MAP_KIND_WORDING } from '#lib/wording/map-kind.ts'
import { ProposedRow } from './proposed-row.tsx'
import { proposedPatterns } from './proposed-table.ts'

/** So many files are named at once; the rest opens in place. */
const FIRST = 6

/** The files that no map gives an owner, or whose owner nobody can tell: which, what follows, and what would mend it. */
export function Ownerless({
  plan,
  domains,
  mapsFolder,
}: {
  plan: Pick<GatePlan, 'files' | 'unmapped'>
  domains: readonly string[]
  mapsFolder: string | null
}) {
  const { unmapped } = plan
  if (unmapped.length === 0) return null
  const ownerless = unmapped.filter((path) => plan.files.every((file) => file.path !== path || file.owners.length === 0))
  const mapFaulty = ownerless.length < unmapped.length
  const files = unmapped.length === 1 ? '1 file has' : `${count(unmapped.length, 'file')} have`
  return (
    <Callout tone="unowned" title={`${files} no ${mapFaulty ? 'certain ' : ''}owner`}>
      <div className="grid gap-x-8 gap-y-3 xl:grid-cols-2">
        <div className="min-w-0 space-y-2">
          <Paths paths={unmapped.slice(0, FIRST)} />
          {unmapped.length > FIRST ? (
            <Disclosure summary={`Show ${count(unmapped.length - FIRST, 'more file', 'more files')}`}>
              <Paths paths={unmapped.slice(FIRST)} />
            </Disclosure>
          ) : null}
          <p className="text-dense">
            {mapFaulty
              ? 'A map could not be read, so an owner may be missing: see Diagnostics. Until it can, every global gate runs and an architecture review is asked for.'
              : `Every global gate runs and an architecture review is asked for, until a map gives ${unmapped.length === 1 ? 'it' : 'them'} a domain.`}
          </p>
        </div>
        <Mend patterns={proposedPatterns(ownerless)} domains={domains} mapsFolder={mapsFolder} />
      </div>
    </Callout>
  )
}

function Mend({ patterns, domains, mapsFolder }: { patterns: readonly string[]; domains: readonly string[]; mapsFolder: string | null }) {
  if (patterns.length === 0) return null
  const { fileName } = MAP_KIND_WORDING.package
  return (
    <div className="min-w-0 space-y-2">
      <h3 className="font-medium text-dense">
        Give an owner in <Code>{mapsFolder === null ? fileName : `${mapsFolder}/${fileName}`}</Code>
      </h3>
      <ProposedRow patterns={patterns} domains={domains} />
    </div>
  )
}

function Paths({ paths }: { paths: readonly string[] }) {
  return (
    <ul className="text-dense">
      {paths.map((path) => (
        <li key={path}>
          <PathText path={path} limit={200} />
        </li>
      ))}
    </ul>
  )
}
