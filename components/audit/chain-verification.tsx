'use client'

import { lazily } from '#components/ui/lazily.tsx'
import { VerificationFrame, Verifying } from './verification-frame.tsx'

/** Whether the audit chain holds, verified by the server from its first entry as the page is opened. Until then it says nothing. */
export const ChainVerification = lazily(() => import('./chain-verdict.tsx').then((file) => file.ChainVerdict), NotYetVerified)

function NotYetVerified() {
  return (
    <VerificationFrame state="running" onAgain={null}>
      <Verifying />
    </VerificationFrame>
  )
}
