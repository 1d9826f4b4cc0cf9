import { getJson } from '../../../lib/api-client.ts'

interface ServiceAccount {
  id: string
  scopes: string[]
  disabled: boolean
}

export default async function ServiceAccountsPage() {
  const accounts = await getJson<ServiceAccount[]>('/v1/iam/service-accounts')
  return (
    <ul>
      {accounts.map((account) => (
        <li key={account.id}>
          {account.id}: {account.scopes.join(', ') || 'no scopes'} {account.disabled ? '(disabled)' : ''}
        </li>
      ))}
    </ul>
  )
}
