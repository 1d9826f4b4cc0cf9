import type { Metadata } from 'next'
import { NotFoundPage } from '#components/shell/not-found-page.tsx'
import AppLayout from './(app)/layout.tsx'

export const metadata: Metadata = { title: 'Not found' }

/** No page has this address. */
export default function NotFound() {
  return (
    <AppLayout>
      <NotFoundPage />
    </AppLayout>
  )
}
