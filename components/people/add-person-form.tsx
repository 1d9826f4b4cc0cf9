'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Failure } from '#components/ui/failure.tsx'
import { describedBy, Field } from '#components/ui/field.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { newPerson } from '#lib/client/people.ts'
import { faultOf } from '#lib/client/request.ts'
import { useSend } from '#lib/client/use-send.ts'

const EMPTY = { email: '', name: '', password: '' }

/** Makes an account, without any role. */
export function AddPersonForm() {
  const [draft, setDraft] = useState(EMPTY)
  const router = useRouter()
  const { send, busy, failure, rest } = useSend(() => {
    rest()
    setDraft(EMPTY)
    router.refresh()
  })

  function submit(event: FormEvent) {
    event.preventDefault()
    const { email, name, password } = draft
    void send(newPerson({ email, name, ...(password === '' ? {} : { password }) }))
  }

  return (
    <form onSubmit={submit} noValidate className="max-w-md space-y-4">
      {FIELDS.map(({ name, label, type, hint }) => {
        const error = failure === null ? undefined : faultOf(failure).errors.find(({ path }) => path === name)?.message
        return (
          <Field
            key={name}
            id={`new-${name}`}
            label={label}
            hint={hint}
            error={error ? <VisibleText text={error} limit={200} /> : undefined}
          >
            <input
              id={`new-${name}`}
              name={name}
              type={type}
              value={draft[name]}
              onChange={(event) => setDraft((before) => ({ ...before, [name]: event.target.value }))}
              autoComplete="off"
              required={name !== 'password'}
              aria-invalid={error !== undefined}
              aria-describedby={describedBy(`new-${name}`, { hint, error })}
              className="control h-8 w-full px-2.5 text-body"
            />
          </Field>
        )
      })}
      {failure === null ? null : <Failure title="The person was not added" fault={faultOf(failure)} />}
      <Button type="submit" disabled={busy}>
        Add person
      </Button>
    </form>
  )
}

const FIELDS = [
  { name: 'name', label: 'Name', type: 'text', hint: undefined },
  { name: 'email', label: 'E-mail address', type: 'email', hint: undefined },
  {
    name: 'password',
    label: 'Password, if they sign in here',
    type: 'password',
    hint: '12 characters or more. Without one they sign in through the sign-in provider, by this address.',
  },
] as const
