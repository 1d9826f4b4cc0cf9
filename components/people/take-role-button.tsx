'use client'

import { X } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { buttonLook } from '#components/ui/button.tsx'
import { Failure } from '#components/ui/failure.tsx'
import { takenRole } from '#lib/client/people.ts'
import { faultOf } from '#lib/client/request.ts'
import { useSend } from '#lib/client/use-send.ts'
import type { Role } from '#lib/model/role.ts'

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
  const router = useRouter()
  const { send, busy, failure, rest } = useSend(() => {
    rest()
    router.refresh()
  })
  return (
    <>
      <button
        type="button"
        onClick={() => void send(takenRole(of))}
        disabled={busy}
        aria-label={label}
        title={label}
        className={buttonLook('ghost', 'icon')}
      >
        <X aria-hidden="true" className="size-4" />
      </button>
      {failure === null ? null : <Failure title="The role was not taken back" fault={faultOf(failure)} />}
    </>
  )
}
