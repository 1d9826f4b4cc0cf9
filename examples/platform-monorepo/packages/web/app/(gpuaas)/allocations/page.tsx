import { getJson } from '../../../lib/api-client.ts'

interface Allocation {
  id: string
  nodeId: string
  gpus: number
  state: string
}

export default async function AllocationsPage() {
  const allocations = await getJson<Allocation[]>('/v1/gpuaas/allocations')
  return (
    <ul>
      {allocations.map((allocation) => (
        <li key={allocation.id}>
          {allocation.id}: {allocation.gpus} GPUs on {allocation.nodeId}, {allocation.state}
        </li>
      ))}
    </ul>
  )
}
