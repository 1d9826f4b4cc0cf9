import { queryOptions } from '@tanstack/react-query'
import type { AuditTrust } from '#lib/model/audit-trust.ts'
import { request } from './request.ts'

/** Verifies the whole audit chain, from its first entry, and says when. Asked once a visit and whenever it is asked for again. */
export const auditVerificationQuery = queryOptions({
  queryKey: ['audit', 'verification'],
  queryFn: async ({ signal }) => ({ found: await request<AuditTrust>('/api/v1/audit/verification', { signal }), at: Date.now() }),
  staleTime: Number.POSITIVE_INFINITY,
  refetchOnWindowFocus: false,
  // Without a network the question is asked and fails, so that it is seen to fail.
  networkMode: 'always',
})
