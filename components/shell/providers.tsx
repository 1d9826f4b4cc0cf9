'use client'

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { NuqsAdapter } from 'nuqs/adapters/next/app'
import { type ReactNode, useState } from 'react'
import { RequestFailed } from '#lib/client/request.ts'

/** What client parts share: one query cache for the life of the page, and the URL as state. */
export function Providers({ children }: { children: ReactNode }) {
  const [queries] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          queries: {
            // An answer in the 400s will not get better by asking again.
            retry: (failures, error) =>
              failures < 2 && !(error instanceof RequestFailed && error.fault.status !== null && error.fault.status < 500),
            refetchOnWindowFocus: true,
          },
        },
      }),
  )
  return (
    <QueryClientProvider client={queries}>
      <NuqsAdapter>{children}</NuqsAdapter>
    </QueryClientProvider>
  )
}
