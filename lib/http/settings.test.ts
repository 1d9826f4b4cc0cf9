import { describe, expect, it } from 'vitest'
import { readSettings } from './settings.ts'

function settingsOf(environment: Record<string, string>) {
  const read = readSettings(environment)
  if ('faults' in read) throw new Error(read.faults.join('\n'))
  return read.settings
}

function faultsOf(environment: Record<string, string>): readonly string[] {
  const read = readSettings(environment)
  return 'faults' in read ? read.faults : []
}

const TOKEN = 'a-token-of-thirty-two-characters'

describe('the server reads its settings once, checked at start', () => {
  it('has the defaults of the contract', () => {
    expect(settingsOf({})).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      databaseUrl: null,
      dataFolder: '.data',
      demo: true,
      publicRead: true,
      publicUrl: 'http://127.0.0.1:3000',
      migrateDatabaseUrl: null,
      acceptedRollback: null,
      initCiToken: null,
    })
  })

  it('is no demo and not public once there is a PostgreSQL server', () => {
    expect(settingsOf({ DATABASE_URL: 'postgresql://u:p@db/lanekeeper' })).toMatchObject({ demo: false, publicRead: false })
  })

  it('lets public reading differ from the demo', () => {
    expect(settingsOf({ LANEKEEPER_PUBLIC_READ: '0' })).toMatchObject({ demo: true, publicRead: false })
    expect(settingsOf({ LANEKEEPER_DEMO: '0', LANEKEEPER_PUBLIC_READ: '1' })).toMatchObject({ demo: false, publicRead: true })
  })

  it('takes an empty variable for one that is not set, as container files write it', () => {
    expect(settingsOf({ DATABASE_URL: '', LANEKEEPER_DEMO: '', PORT: '' })).toEqual(settingsOf({}))
  })

  it('lets the variables of the command line be, and those that a file of webhooks may name', () => {
    const given = { LANEKEEPER_URL: 'x', LANEKEEPER_TOKEN: 'y', LANEKEEPER_ID_TOKEN: 'z', LANEKEEPER_WEBHOOK_SECRET_CHAT: 'whsec_x' }
    expect(settingsOf(given)).toEqual(settingsOf({}))
  })

  it('takes a sign-in provider by its three settings, or none', () => {
    const given = {
      LANEKEEPER_OIDC_ISSUER: 'https://id.example/realms/acme',
      LANEKEEPER_OIDC_CLIENT_ID: 'lanekeeper',
      LANEKEEPER_OIDC_CLIENT_SECRET: 'secret',
    }
    expect(settingsOf(given).oidc).toEqual({ issuer: 'https://id.example/realms/acme', clientId: 'lanekeeper', clientSecret: 'secret' })
    expect(settingsOf({}).oidc).toBeNull()
    for (const name of Object.keys(given)) {
      expect(faultsOf({ ...given, [name]: '' })).toEqual([expect.stringContaining(`${name} must be set as well`)])
    }
  })

  it.each([
    'id.example',
    'http://id.example',
    'https://u:p@id.example',
    'https://id.example/?x',
    'https://id.example/#x',
    'ftp://id.example',
  ])('refuses %s as a provider', (issuer) => {
    const [fault = ''] = faultsOf({ LANEKEEPER_OIDC_ISSUER: issuer })
    expect(fault).toBe('LANEKEEPER_OIDC_ISSUER must be the https address of the sign-in provider, as it writes it itself')
  })

  it('takes the files that it is told of', () => {
    expect(settingsOf({ LANEKEEPER_CI_RULES: 'ci.yaml', LANEKEEPER_WEBHOOKS: 'hooks.yaml' })).toMatchObject({
      ciRulesFile: 'ci.yaml',
      webhooksFile: 'hooks.yaml',
    })
    expect(settingsOf({})).toMatchObject({ ciRulesFile: null, webhooksFile: null })
  })

  it('takes the first administrator as an address and a password, which may hold anything', () => {
    expect(settingsOf({ LANEKEEPER_INIT_ADMIN: 'ada@example.test:a long: pass@word' }).initAdmin).toEqual({
      email: 'ada@example.test',
      password: 'a long: pass@word',
    })
    expect(settingsOf({}).initAdmin).toBeNull()
  })

  it.each([
    'ada@example.test',
    'ada:long-enough',
    ':long-enough',
    '@:long-enough',
    'ada@example.test:short',
    'a b@example.test:long-enough',
  ])('says what an administrator must be when it is %j', (value) => {
    expect(faultsOf({ LANEKEEPER_INIT_ADMIN: value })).toEqual([
      'LANEKEEPER_INIT_ADMIN must be email:password, the password of 8 to 200 characters',
    ])
  })

  it.each([
    ['PORT', 'abc', 'PORT must be a whole number from 1 to 65535'],
    ['PORT', '0', 'PORT must be a whole number from 1 to 65535'],
    ['PORT', '65536', 'PORT must be a whole number from 1 to 65535'],
    ['PORT', '3000.5', 'PORT must be a whole number from 1 to 65535'],
    ['HOST', 'two words', 'HOST must be a host name or an address'],
    ['DATABASE_URL', 'mysql://u:secret@db/x', 'DATABASE_URL must be an address like postgresql://user:password@host:5432/database'],
    ['DATABASE_URL', 'secret', 'DATABASE_URL must be an address like postgresql://user:password@host:5432/database'],
    ['LANEKEEPER_DEMO', 'true', 'LANEKEEPER_DEMO must be 0 or 1'],
    ['LANEKEEPER_PUBLIC_READ', 'yes', 'LANEKEEPER_PUBLIC_READ must be 0 or 1'],
    [
      'LANEKEEPER_PUBLIC_URL',
      'lanekeeper.example',
      'LANEKEEPER_PUBLIC_URL must be an address like https://lanekeeper.example.com, without a path',
    ],
    [
      'LANEKEEPER_PUBLIC_URL',
      'https://x.example/path',
      'LANEKEEPER_PUBLIC_URL must be an address like https://lanekeeper.example.com, without a path',
    ],
    [
      'LANEKEEPER_PUBLIC_URL',
      'https://u:secret@x.example',
      'LANEKEEPER_PUBLIC_URL must be an address like https://lanekeeper.example.com, without a path',
    ],
    ['LANEKEEPER_INIT_CI_TOKEN', 'secret', 'LANEKEEPER_INIT_CI_TOKEN must be 32 characters or more'],
    ['LANEKEEPER_INIT_CI_TOKEN', `secret ${TOKEN}`, 'LANEKEEPER_INIT_CI_TOKEN must be printable ASCII without spaces'],
  ])('says what %s=%s must be, without repeating it', (name, value, line) => {
    const faults = faultsOf({ [name]: value })
    expect(faults).toEqual([line])
    expect(faults.join()).not.toContain('secret')
  })

  it('names every fault at once', () => {
    expect(faultsOf({ PORT: 'x', LANEKEEPER_DEMO: 'x', LANEKEEPER_PUBLICREAD: '1' })).toEqual([
      'PORT must be a whole number from 1 to 65535',
      'LANEKEEPER_DEMO must be 0 or 1',
      'LANEKEEPER_PUBLICREAD is not a setting; did you mean LANEKEEPER_PUBLIC_READ?',
    ])
  })
})

describe('demo accounts never meet the outside by accident', () => {
  it.each(['0.0.0.0', '::', '192.168.1.4', 'lanekeeper.example'])('refuses the demo on %s', (HOST) => {
    expect(faultsOf({ HOST, LANEKEEPER_DEMO: '1' })).toEqual([expect.stringContaining('can be reached from other machines')])
    expect(faultsOf({ HOST })).toHaveLength(1)
  })

  it('allows it where somebody has said that it is meant', () => {
    expect(settingsOf({ HOST: '0.0.0.0', LANEKEEPER_PUBLIC_READ: '1' }).demo).toBe(true)
    expect(settingsOf({ HOST: '0.0.0.0', LANEKEEPER_DEMO: '0' }).publicRead).toBe(false)
  })

  it.each(['127.0.0.1', '127.1.2.3', 'localhost', '::1'])('allows it on %s, which only this machine reaches', (HOST) => {
    expect(settingsOf({ HOST }).demo).toBe(true)
  })
})

describe('its own address, for links and origin checks', () => {
  it('is the public one and no other, when that is set', () => {
    const settings = settingsOf({ LANEKEEPER_PUBLIC_URL: 'https://Lanekeeper.Example/' })
    expect(settings).toMatchObject({ publicUrl: 'https://lanekeeper.example', ownOrigins: ['https://lanekeeper.example'] })
  })

  it('is every name of this machine otherwise, because a browser sends the one that was typed', () => {
    expect(settingsOf({ PORT: '3100' }).ownOrigins).toEqual(['http://127.0.0.1:3100', 'http://localhost:3100', 'http://[::1]:3100'])
    expect(settingsOf({ HOST: '10.0.0.1', LANEKEEPER_DEMO: '0', PORT: '80' }).ownOrigins).toEqual(['http://10.0.0.1'])
    expect(settingsOf({ HOST: '::', LANEKEEPER_DEMO: '0' }).ownOrigins).toContain('http://localhost:3000')
  })
})
