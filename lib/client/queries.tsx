'use client'

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { RequestFailed } from './request.ts'

let ofThisPage: QueryClient | undefined

/** What is around a part that asks the API: one cache for the life of the page. Only pages with such a part load it. */
export function Queries({ children }: { children: ReactNode }) {
  return <QueryClientProvider client={sharedClient()}>{children}</QueryClientProvider>
}

/** On the server every rendering has its own, so that nothing passes from one person to another. */
function sharedClient(): QueryClient {
  if (typeof window === 'undefined') return newClient()
  ofThisPage ??= newClient()
  return ofThisPage
}

function newClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // An answer in the 400s will not get better by asking again.
        retry: (failures, error) =>
          failures < 2 && !(error instanceof RequestFailed && error.fault.status !== null && error.fault.status < 500),
        refetchOnWindowFocus: true,
      },
    },
  })
}
