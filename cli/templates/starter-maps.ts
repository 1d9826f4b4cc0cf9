import { type ModelLocations, SETTINGS_FILE } from '#lib/model/operating-model.ts'
import { STARTER_DOMAINS, type StarterDomain } from './starter-domain.ts'

/** The six ownership maps of a starter model, by file name. */
export function starterMaps(locations: ModelLocations): Readonly<Record<string, string>> {
  return {
    'package-ownership.md': `# Package ownership

Which domain owns which package. One row can hold several paths, each in its own back-ticks. The most specific row wins.
Change: put your own paths and owners here. A file that no row of any map names is unmapped: a change to it must pass
every global gate and an architecture review, so add a row for whatever people change often.

${table(
  ['Package', 'Domain', 'Owner'],
  STARTER_DOMAINS.filter(({ packages }) => packages.length > 0).map((each) => [spans(each.packages), each.id, each.owner]),
)}
## Release engineering

Pipelines, profiles, maps and guards decide what is checked. They need an owner like any other file.

${table(
  ['Path', 'Domain', 'Owner', 'Notes'],
  [
    [spans(['.github/**', '.gitlab-ci.yml']), 'platform-evidence', '@release-engineering', 'pipelines'],
    [spans([SETTINGS_FILE, locations.ownershipMaps, locations.domainLanes]), 'platform-evidence', '@release-engineering', 'maps and lanes'],
    [spans([locations.guardBaseline, locations.guardAllowedDebt]), 'platform-evidence', '@release-engineering', 'guards'],
    [spans([locations.releaseProfiles, locations.routingRules]), 'platform-evidence', '@release-engineering', 'profiles and rules'],
    [spans([locations.extractionPackets]), 'platform-evidence', '@release-engineering', 'packets'],
  ],
)}`,
    'route-ownership.md': `# Route ownership

Which domain owns which API. A file in the column \`Spec\` is a contract: changing it needs every consumer smoke of the domain.
Change: one row for each specification. Add a table with the columns \`Route\`, \`Domain\` and \`Handler\` for the handlers, and
\`Consumers\` for the domains that call them.

${table(
  ['Spec', 'Domain', 'Owner', 'Consumers'],
  STARTER_DOMAINS.filter(({ kind }) => kind !== 'frontend').map((each) => [
    spans([`doc/api/${each.id}.openapi.yaml`]),
    each.id,
    each.owner,
    consumersOf(each),
  ]),
)}`,
    'schema-ownership.md': `# Schema ownership

Which domain owns which tables. A file in the column \`Migration\` is a schema change: it needs the schema-drift guard, migration
validation and the API/read-model smoke.
Change: one row for each table or group of tables; \`db/migrations/*_billing_*\` works as well when files carry the domain in their names.

${table(
  ['Table', 'Domain', 'Migration', 'Owner'],
  STARTER_DOMAINS.flatMap((each) =>
    each.data.map((folder) => [`\`${folder}_*\``, each.id, spans([`db/migrations/${folder}/**`, `db/seeds/${folder}/**`]), each.owner]),
  ),
)}`,
    'event-ownership.md': `# Event ownership

Which domain publishes which events. A file in the column \`Spec\` is a contract, as in the route map.
Change: one row for each event or specification, with the domains that consume it.

${table(
  ['Event', 'Domain', 'Spec', 'Owner', 'Consumers'],
  STARTER_DOMAINS.filter(({ kind }) => kind !== 'frontend').map((each) => [
    `\`${each.id}.*\``,
    each.id,
    spans([`doc/api/events/${each.id}.asyncapi.yaml`]),
    each.owner,
    consumersOf(each),
  ]),
)}`,
    'worker-binary-ownership.md': `# Worker binary ownership

Which domain owns which process.
Change: one row for each binary that is built and deployed.

${table(
  ['Binary', 'Domain', 'Binary path', 'Owner'],
  STARTER_DOMAINS.flatMap((each) => each.binaries.map((binary) => [`\`${binary}\``, each.id, spans([`cmd/${binary}/**`]), each.owner])),
)}`,
    'frontend-surface-ownership.md': `# Frontend surface ownership

Which domain owns which page family. Parentheses and brackets in a path are part of the folder's name.
Change: one row for each page family.

${table(
  ['Surface', 'Domain', 'Surface path', 'Owner'],
  STARTER_DOMAINS.flatMap((each) => each.surfaces.map(([surface, path]) => [surface, each.id, spans([path]), each.owner])),
)}`,
  }
}

/** The domains that depend on this one. */
function consumersOf({ id }: StarterDomain): string {
  return STARTER_DOMAINS.filter(({ dependsOn }) => dependsOn.includes(id))
    .map((each) => each.id)
    .join(', ')
}

function spans(paths: readonly string[]): string {
  return paths.map((path) => `\`${path}\``).join(', ')
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('')
}
