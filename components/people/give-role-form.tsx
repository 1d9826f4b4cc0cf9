'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Failure } from '#components/ui/failure.tsx'
import { Field } from '#components/ui/field.tsx'
import { givenRole } from '#lib/client/people.ts'
import { faultOf } from '#lib/client/request.ts'
import { useSend } from '#lib/client/use-send.ts'
import { ROLES, type Role } from '#lib/model/role.ts'
import { ROLE_WORDING } from '#lib/wording/role.ts'

/** Gives a person a role, for a domain or for all. */
export function GiveRoleForm({
  people,
  domains,
}: {
  /** Whose roles whoever looks may change. */
  people: readonly { readonly id: string; readonly name: string; readonly email: string }[]
  domains: readonly string[]
}) {
  const [personId, setPersonId] = useState(people[0]?.id ?? '')
  const [role, setRole] = useState<Role>('viewer')
  const [domain, setDomain] = useState('')
  const router = useRouter()
  const { send, busy, failure, rest } = useSend(() => {
    rest()
    router.refresh()
  })
  const ofAll = role === 'admin'

  function submit(event: FormEvent) {
    event.preventDefault()
    void send(givenRole({ personId, role, domain: domain === '' || ofAll ? null : domain }))
  }

  return (
    <form onSubmit={submit} className="space-y-3">
      <div className="grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr_auto]">
        <Field id="person" label="Person">
          <select id="person" value={personId} onChange={(event) => setPersonId(event.target.value)} className={SELECT}>
            {people.map(({ id, name, email }) => (
              <option key={id} value={id}>
                {name} ({email})
              </option>
            ))}
          </select>
        </Field>
        <Field id="role" label="Role">
          <select
            id="role"
            value={role}
            onChange={(event) => setRole(ROLES.find((each) => each === event.target.value) ?? 'viewer')}
            aria-describedby="role-does"
            className={SELECT}
          >
            {ROLES.map((each) => (
              <option key={each} value={each}>
                {ROLE_WORDING[each].label}
              </option>
            ))}
          </select>
        </Field>
        <Field id="domain" label="Domain">
          <select
            id="domain"
            value={ofAll ? '' : domain}
            disabled={ofAll}
            onChange={(event) => setDomain(event.target.value)}
            className={SELECT}
          >
            <option value="">All domains</option>
            {domains.map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
          </select>
        </Field>
        <Button type="submit" look="primary" className="justify-self-start" disabled={busy || personId === ''}>
          Give role
        </Button>
      </div>
      <p id="role-does" className="text-dense text-muted">
        {ROLE_WORDING[role].meaning}
      </p>
      {failure === null ? null : <Failure title="The role was not given" fault={faultOf(failure)} />}
    </form>
  )
}

const SELECT = 'control h-8 w-full min-w-0 px-2 text-body'
