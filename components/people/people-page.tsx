import { Chip } from '#components/ui/chip.tsx'
import { Cell, DataTable, HeadCell, RowHead } from '#components/ui/data-table.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { Section } from '#components/ui/section.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { When } from '#components/vocabulary/when.tsx'
import type { Role } from '#lib/model/role.ts'
import { momentOf } from '#lib/wording/age.ts'
import { count } from '#lib/wording/count.ts'
import { ROLE_WORDING } from '#lib/wording/role.ts'
import { AddPersonForm } from './add-person-form.tsx'
import { GiveRoleForm } from './give-role-form.tsx'
import { TakeRoleButton } from './take-role-button.tsx'

export interface ShownPerson {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly roles: readonly ShownRole[]
  /** Why whoever looks may not change these roles; null when they may. */
  readonly whyNotChange: string | null
}

export interface ShownRole {
  readonly role: Role
  readonly domain: string | null
  /** The name of whoever gave it; null for the settings of the server. */
  readonly givenBy: string | null
  readonly grantedAt: string
  readonly coolingDownUntil: string | null
}

/** Everybody who may sign in, and what they may do. Administrators change it here. */
export function PeoplePage({
  people,
  domains,
  mayChange,
  now,
}: {
  people: readonly ShownPerson[]
  domains: readonly string[]
  mayChange: boolean
  now: number
}) {
  const changeable = people.filter(({ whyNotChange }) => whyNotChange === null)
  return (
    <>
      <PageHead
        title="People and roles"
        about={`${count(people.length, 'person', 'people')}. ${mayChange ? 'A change counts at once and is kept in the audit chain.' : 'Administrators give roles; ask one of them for more.'}`}
      />
      <DataTable label="People">
        <thead>
          <tr>
            <HeadCell>Person</HeadCell>
            <HeadCell>Roles</HeadCell>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <RowHead className="min-w-44">
                <span className="block font-medium">
                  <VisibleText text={person.name} limit={120} />
                </span>
                <span className="block break-all text-meta text-muted">
                  <VisibleText text={person.email} limit={254} />
                </span>
              </RowHead>
              <Cell>
                <RolesOf person={person} mayChange={mayChange} now={now} />
              </Cell>
            </tr>
          ))}
        </tbody>
      </DataTable>
      {mayChange ? (
        <>
          <Section id="give" title="Give a role">
            <GiveRoleForm people={changeable.map(({ id, name, email }) => ({ id, name, email }))} domains={domains} />
          </Section>
          <Section id="add" title="Add a person">
            <AddPersonForm />
          </Section>
        </>
      ) : null}
    </>
  )
}

function RolesOf({ person, mayChange, now }: { person: ShownPerson; mayChange: boolean; now: number }) {
  return (
    <div className="space-y-1">
      {person.roles.length === 0 ? <p className="text-muted">No role: may read.</p> : null}
      <ul className="space-y-1">
        {person.roles.map((held) => {
          const { role, domain, givenBy, grantedAt, coolingDownUntil } = held
          const { label } = ROLE_WORDING[role]
          const of = domain === null ? 'all domains' : domain
          return (
            <li key={`${role} ${domain}`} className="flex min-h-8 flex-wrap items-center gap-x-2 gap-y-1">
              <Chip>{label}</Chip>
              <span>{of}</span>
              <span className="text-meta text-muted">
                {givenBy === null ? (
                  'by the settings of the server'
                ) : (
                  <>
                    by <VisibleText text={givenBy} limit={120} />, <When at={grantedAt} now={now} />
                  </>
                )}
                {coolingDownUntil === null ? null : `; may not approve by it until ${momentOf(Date.parse(coolingDownUntil))}`}
              </span>
              {mayChange && person.whyNotChange === null ? (
                <TakeRoleButton personId={person.id} role={role} domain={domain} label={`Take back: ${person.name}, ${label}, ${of}`} />
              ) : null}
            </li>
          )
        })}
      </ul>
      {mayChange && person.whyNotChange !== null ? <p className="text-meta text-muted">{person.whyNotChange}</p> : null}
    </div>
  )
}
