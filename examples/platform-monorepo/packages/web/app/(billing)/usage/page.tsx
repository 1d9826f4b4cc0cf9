import { getJson } from '../../../lib/api-client.ts'

interface Usage {
  app: string
  gpuHours: number
}

export default async function UsagePage() {
  const usage = await getJson<Usage[]>('/v1/billing/usage')
  return (
    <table>
      <thead>
        <tr>
          <th>App</th>
          <th>GPU hours</th>
        </tr>
      </thead>
      <tbody>
        {usage.map((row) => (
          <tr key={row.app}>
            <td>{row.app}</td>
            <td>{row.gpuHours.toFixed(2)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
