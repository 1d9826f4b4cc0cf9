import { getJson } from '../../../lib/api-client.ts'

interface AppRow {
  id: string
  name: string
  running: boolean
}

export default async function AppsPage() {
  const apps = await getJson<AppRow[]>('/v1/apps')
  return (
    <ul>
      {apps.map((app) => (
        <li key={app.id}>
          <a href={`/apps/${app.id}/overview`}>{app.name}</a> {app.running ? 'runs' : 'stopped'}
        </li>
      ))}
    </ul>
  )
}
