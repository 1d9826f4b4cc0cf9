'use client'

import { lazily } from '#components/ui/lazily.tsx'
import { VerificationFrame, Verifying } from './verification-frame.tsx'

const ChainVerdict = lazily(
  () => import('./chain-verdict.tsx').then((file) => file.ChainVerdict),
  <VerificationFrame state="running" onAgain={null}>
    <Verifying />
  </VerificationFrame>,
)

/** Whether the audit chain holds, verified by the server from its first entry as the page is opened. Until then it says nothing. */
export function ChainVerification() {
  return <ChainVerdict />
}
