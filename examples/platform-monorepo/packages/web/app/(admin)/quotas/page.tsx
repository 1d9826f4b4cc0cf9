import { getJson } from '../../../lib/api-client.ts'
import { Meter } from '../../../components/meter.tsx'

interface Quota {
  resource: string
  limit: number
  used: number
}

export default async function QuotasPage() {
  const quotas = await getJson<Quota[]>('/v1/policy/quotas')
  return quotas.map((quota) => <Meter key={quota.resource} label={quota.resource} value={quota.used} max={quota.limit} />)
}
