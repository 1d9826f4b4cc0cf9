import type { Random } from '../random.ts'

/** Words that folders, files and packages are named from. */
const NOUNS = (
  'account address alert archive artifact asset audit balance ballot banner basket batch beacon billing bucket budget cache calendar camera ' +
  'campaign capacity carrier catalog certificate channel chart checkout claim cluster comment compute config consent contact coupon credit ' +
  'cursor customer dashboard dataset delivery device digest discount dispatch document domain draft editor email endpoint entitlement ' +
  'event export feature feed fleet forecast form fulfilment gateway geometry grant graph group health history identity image import index ' +
  'ingest inventory invoice job journal kernel key label lease ledger license limit listing locale lock login mailbox manifest market media ' +
  'member message meter metric migration model monitor network notice offer order outbox packet page parcel partner password patch payment ' +
  'payout permission photo pipeline plan policy pool portal preview price profile project promotion prompt provider proxy queue quota quote ' +
  'rating receipt recipe record refund region registry release replica report request reservation resolver retry review reward role route ' +
  'rule runtime sandbox schedule schema search secret segment session settings share shipment signal sink snapshot source stage statement ' +
  'stock storage stream subscription summary survey sync table tax team template tenant terminal theme thread ticket timeline token topic ' +
  'trace transfer trigger tunnel usage user vault vendor version video wallet warehouse webhook widget window worker workflow workspace zone'
).split(' ')

const SUFFIXES = [
  'service',
  'worker',
  'api',
  'controller',
  'client',
  'core',
  'store',
  'engine',
  'adapter',
  'kit',
  'sdk',
  'ui',
  'model',
  'bridge',
]

/** One word. */
export function noun(random: Random): string {
  return random.pick(NOUNS)
}

/** A package or service name of two or three words. */
export function packageName(random: Random): string {
  const middle = random.chance(0.35) ? `-${noun(random)}` : ''
  return `${noun(random)}${middle}-${random.pick(SUFFIXES)}`
}

/** Names made by `make` until there are `count` different ones. */
export function distinctNames(count: number, make: () => string): string[] {
  const names = new Set<string>()
  for (let tries = 0; names.size < count; tries += 1) {
    if (tries > count * 50) throw new Error(`only ${names.size} of ${count} different names`)
    names.add(make())
  }
  return [...names]
}
