import { getJson } from '../../../lib/api-client.ts'

interface Row {
  name: string
  state: 'operational' | 'degraded' | 'outage'
}

export default async function StatusPage() {
  const rows = await getJson<Row[]>('/v1/status/public')
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.name}>
          {row.name}: {row.state}
        </li>
      ))}
    </ul>
  )
}
