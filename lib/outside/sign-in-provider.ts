import * as client from 'openid-client'

/** The sign-in provider that the settings name. */
export interface SignInProvider {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
}

/** What a browser keeps between going to the provider and coming back; only who has it can finish what it began. */
export interface SignInAttempt {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** Somebody as the provider knows them. */
export interface ProvidedPerson {
  /** The provider and its name for the person: these two say who it is. */
  readonly issuer: string
  readonly subject: string
  /** Null when the provider has not verified it. */
  readonly email: string | null
  readonly name: string | null
  /** When the person has shown the provider who they are; null when it does not say. */
  readonly authTime: Date | null
}

/** The provider does not answer, or does not vouch for anybody. `cause` is for the log. */
export interface NotProvided {
  readonly fault: 'provider-unavailable' | 'provider-refused'
  readonly cause: unknown
}

const TIMEOUT_S = 5
/** Providers change their keys and addresses; the library asks for new keys by itself. */
const KNOWN_FOR_MS = 60 * 60 * 1000

declare global {
  /** What the provider says of itself, also when a bundler loads this file more than once. */
  var lanekeeperProvider: { readonly of: string; readonly until: number; readonly configuration: client.Configuration } | undefined
}

/** Where to send a browser that is to sign in, and what it keeps meanwhile. PKCE, state and nonce are new each time. */
export async function beginAtProvider(
  provider: SignInProvider,
  redirectUri: string,
): Promise<{ readonly url: string; readonly attempt: SignInAttempt } | NotProvided> {
  try {
    const configuration = await configurationOf(provider)
    const attempt = { state: client.randomState(), nonce: client.randomNonce(), verifier: client.randomPKCECodeVerifier() }
    const url = client.buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri,
      scope: 'openid profile email',
      code_challenge: await client.calculatePKCECodeChallenge(attempt.verifier),
      code_challenge_method: 'S256',
      state: attempt.state,
      nonce: attempt.nonce,
    })
    return { url: url.href, attempt }
  } catch (cause) {
    return { fault: 'provider-unavailable', cause }
  }
}

/**
 * Who came back, by the address that the provider sent them to, which must be our own and not what a request says. The code is good once;
 * the identity token must be signed by this provider, for this client and this attempt.
 */
export async function finishAtProvider(
  provider: SignInProvider,
  callback: URL,
  { state, nonce, verifier }: SignInAttempt,
): Promise<ProvidedPerson | NotProvided> {
  try {
    const configuration = await configurationOf(provider)
    const tokens = await client.authorizationCodeGrant(configuration, callback, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    })
    const claims = tokens.claims()
    if (claims === undefined) return { fault: 'provider-refused', cause: new Error('the provider gave no identity token') }
    const of = typeof claims.email === 'string' ? claims : await furtherClaims(configuration, tokens.access_token, claims.sub)
    return {
      issuer: claims.iss,
      subject: claims.sub,
      email: of.email_verified === true && typeof of.email === 'string' ? of.email : null,
      name:
        ([of.name, claims.name, of.preferred_username].find((each) => typeof each === 'string' && each.trim() !== '') as
          | string
          | undefined) ?? null,
      authTime: typeof claims.auth_time === 'number' ? new Date(claims.auth_time * 1000) : null,
    }
  } catch (cause) {
    return { fault: isAway(cause) ? 'provider-unavailable' : 'provider-refused', cause }
  }
}

type Claims = Readonly<Record<string, unknown>>

/** Many providers keep the address out of the identity token. Without it somebody is still somebody. */
async function furtherClaims(configuration: client.Configuration, accessToken: string, subject: string): Promise<Claims> {
  if (configuration.serverMetadata().userinfo_endpoint === undefined) return {}
  return client.fetchUserInfo(configuration, accessToken, subject)
}

async function configurationOf(provider: SignInProvider): Promise<client.Configuration> {
  const of = `${provider.issuer} ${provider.clientId}`
  const known = globalThis.lanekeeperProvider
  if (known !== undefined && known.of === of && known.until > Date.now()) return known.configuration
  const configuration = await discover(provider)
  globalThis.lanekeeperProvider = { of, until: Date.now() + KNOWN_FOR_MS, configuration }
  return configuration
}

async function discover({ issuer, clientId, clientSecret }: SignInProvider): Promise<client.Configuration> {
  const isPlain = issuer.startsWith('http:')
  const found = await client.discovery(new URL(issuer), clientId, clientSecret, client.ClientSecretBasic(clientSecret), {
    timeout: TIMEOUT_S,
    // The settings allow http for this machine only.
    ...(isPlain ? { execute: [client.allowInsecureRequests] } : {}),
  })
  const methods = found.serverMetadata().token_endpoint_auth_methods_supported ?? ['client_secret_basic']
  const byBody = !methods.includes('client_secret_basic')
  const configuration = byBody
    ? new client.Configuration(found.serverMetadata(), clientId, clientSecret, client.ClientSecretPost(clientSecret))
    : found
  if (byBody && isPlain) client.allowInsecureRequests(configuration)
  configuration.timeout = TIMEOUT_S
  // The identity token's signature is looked at, although it comes from the provider itself.
  client.enableNonRepudiationChecks(configuration)
  return configuration
}

/** No answer, or one that says it is in trouble; anything else is an answer that does not vouch for anybody. */
function isAway(error: unknown): boolean {
  if (error instanceof client.ResponseBodyError || error instanceof client.WWWAuthenticateChallengeError) return error.status >= 500
  if (!(error instanceof Error)) return false
  const { cause } = error
  if (cause instanceof Response) return cause.status >= 500
  return (
    error.name === 'TimeoutError' ||
    error instanceof TypeError ||
    cause instanceof TypeError ||
    ('code' in error && error.code === 'OAUTH_TIMEOUT')
  )
}
