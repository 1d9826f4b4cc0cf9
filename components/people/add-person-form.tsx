'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { describedBy, Field } from '#components/ui/field.tsx'
import { VisibleText } from '#components/ui/visible-text.tsx'
import { postPerson } from '#lib/client/people.ts'
import { faultOf } from '#lib/client/request.ts'
import { SendFault } from './send-fault.tsx'
import { useSending } from './use-sending.ts'

const EMPTY = { email: '', name: '', password: '' }

/** Makes an account, without any role. */
export function AddPersonForm() {
  const [draft, setDraft] = useState(EMPTY)
  const { send, busy, failure } = useSending(postPerson)

  async function submit(event: FormEvent) {
    event.preventDefault()
    const { email, name, password } = draft
    if (await send({ email, name, ...(password === '' ? {} : { password }) })) setDraft(EMPTY)
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="max-w-md space-y-4">
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
      <SendFault failure={failure} />
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
