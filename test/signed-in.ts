import * as session from '#app/api/v1/session/route.ts'
import { currentSettings } from '#lib/http/current-settings.ts'
import { DEMO_PASSWORD } from '#lib/model/demo-accounts.ts'
import { inTransaction } from '#lib/store/session.ts'
import { preparePeople } from '#lib/usecases/prepare-people.ts'
import { callApi } from './api-call.ts'

/** What a browser sends with a request that it makes from our own page. */
export interface AsPerson {
  readonly cookie: string
  readonly origin: string
}

/** Makes the accounts of the demo. */
export async function makeDemoAccounts(): Promise<void> {
  await inTransaction((transaction) => preparePeople(transaction, { demo: true, initAdmin: null }))
}

/** Signs in as the demo account `<name>@example.test`, or another address, and gives back the headers of whoever is. */
export async function signedInAs(name: string, password: string = DEMO_PASSWORD): Promise<AsPerson> {
  const email = name.includes('@') ? name : `${name}@example.test`
  const { headers, status, text } = await callApi(session, { body: { email, password } })
  const cookie = headers.get('set-cookie')?.split(';')[0]
  if (status !== 200 || cookie === undefined) throw new Error(text)
  return { cookie, origin: currentSettings().publicUrl }
}
