import { Callout } from '#components/ui/callout.tsx'
import { Code } from '#components/ui/code.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { PathText } from '#components/vocabulary/path-text.tsx'
import { count } from '#lib/wording/count.ts'
import { MAP_KIND_WORDING } from '#lib/wording/map-kind.ts'
import { ProposedRow } from './proposed-row.tsx'

/** So many files are named at once; the rest opens in place. */
const FIRST = 6

/** The files that no map gives an owner: which, what follows, and the row that would mend it. */
export function Ownerless({
  unmapped,
  domains,
  mapsFolder,
}: {
  unmapped: readonly string[]
  domains: readonly string[]
  mapsFolder: string | null
}) {
  if (unmapped.length === 0) return null
  const rest = unmapped.slice(FIRST)
  return (
    <Callout tone="unowned" title={unmapped.length === 1 ? '1 file has no owner' : `${count(unmapped.length, 'file')} have no owner`}>
      <Paths paths={unmapped.slice(0, FIRST)} />
      {rest.length > 0 ? (
        <Disclosure summary={`Show ${count(rest.length, 'more file', 'more files')}`}>
          <Paths paths={rest} />
        </Disclosure>
      ) : null}
      <p className="text-dense">
        Every global gate runs and an architecture review is asked for, until an ownership map gives them a domain.
      </p>
      <div className="space-y-2 pt-1">
        <h3 className="font-medium text-dense">
          Give them an owner in{' '}
          <Code>{mapsFolder === null ? MAP_KIND_WORDING.package.fileName : `${mapsFolder}/${MAP_KIND_WORDING.package.fileName}`}</Code>
        </h3>
        <ProposedRow unmapped={unmapped} domains={domains} />
      </div>
    </Callout>
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
