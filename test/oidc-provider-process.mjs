import { Provider } from 'oidc-provider'

/**
 * A real OpenID provider as its own process, with two people who sign in with any password. Told by its arguments: port, callback, client id and
 * secret. Says `ready` when it listens.
 */
const [port, callback, clientId, clientSecret] = process.argv.slice(2)
const PEOPLE = {
  ada: { email: 'ada@example.test', email_verified: true, name: 'Ada Vero' },
  eve: { email: 'admin@example.test', email_verified: false, name: 'Eve Falso' },
  mallory: { email: 'admin@example.test', email_verified: true, name: 'Mallory' },
  pia: { email: 'Pia@Example.test', email_verified: true, name: 'Pia' },
}

const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [callback] }],
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
  pkce: { required: () => true },
  cookies: { keys: ['only-for-tests'] },
  findAccount: (_, id) => ({ accountId: id, claims: async () => ({ sub: id, ...PEOPLE[id] }) }),
})
provider.listen(Number(port), '127.0.0.1', () => process.stdout.write('ready\n'))
