'use client'

import { X } from 'lucide-react'
import { buttonLook } from '#components/ui/button.tsx'
import { postRoleRevocation } from '#lib/client/people.ts'
import type { Role } from '#lib/model/role.ts'
import { SendFault } from './send-fault.tsx'
import { useSending } from './use-sending.ts'

/** Takes one role back from a person. */
export function TakeRoleButton({
  label,
  ...of
}: {
  /** Whose, and which, for whoever cannot see where the button stands. */
  label: string
  personId: string
  role: Role
  domain: string | null
}) {
  const { send, busy, failure } = useSending(postRoleRevocation)
  return (
    <>
      <button
        type="button"
        onClick={() => void send(of)}
        disabled={busy}
        aria-label={label}
        title={label}
        className={buttonLook('ghost', 'icon')}
      >
        <X aria-hidden="true" className="size-4" />
      </button>
      <SendFault failure={failure} />
    </>
  )
}
