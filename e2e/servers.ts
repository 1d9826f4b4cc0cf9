/** A server under test. */
interface ServerUnderTest {
  readonly port: number
  readonly url: string
  /** What runs before it starts, ending in `&&`. */
  readonly prepare: string
  readonly env: Readonly<Record<string, string>>
}

/** The first of the ports; runs beside one another each name their own. */
const FIRST_PORT = Number(process.env.E2E_PORT ?? 3220)

const DATA = '.data/e2e'

/** Nothing listens there: the discard port of this machine. */
const NOWHERE = 'postgresql://nobody:nothing@127.0.0.1:9/none'

/** The token that the command line sends the model with. */
export const CI_TOKEN = 'e2e-token-of-thirty-two-characters-or-more'

/** Who gives roles on it. */
export const ADMIN = { email: 'ada@example.test', password: 'a long password' } as const

/**
 * One server with its own empty embedded database, one whose database is away, one that is not open to readers, and one with somebody for every
 * role, where decisions are made: those of the settings count at once.
 */
export const SERVERS = {
  main: server(
    FIRST_PORT,
    {
      DATABASE_URL: '',
      LANEKEEPER_DATA: DATA,
      LANEKEEPER_INIT_CI_TOKEN: CI_TOKEN,
      LANEKEEPER_INIT_ADMIN: `${ADMIN.email}:${ADMIN.password}`,
      LANEKEEPER_PUBLIC_READ: '1',
    },
    true,
  ),
  away: server(FIRST_PORT + 1, { DATABASE_URL: NOWHERE, LANEKEEPER_DATA: `${DATA}-away`, LANEKEEPER_PUBLIC_READ: '1' }),
  closed: server(FIRST_PORT + 2, { DATABASE_URL: NOWHERE, LANEKEEPER_DATA: `${DATA}-closed`, LANEKEEPER_PUBLIC_READ: '0' }),
  decided: server(
    FIRST_PORT + 3,
    { DATABASE_URL: '', LANEKEEPER_DATA: `${DATA}-decided`, LANEKEEPER_INIT_CI_TOKEN: CI_TOKEN, LANEKEEPER_DEMO: '1' },
    true,
  ),
} as const

function server(port: number, env: Readonly<Record<string, string>>, emptied = false): ServerUnderTest {
  const empty = `node -e "require('node:fs').rmSync('${env.LANEKEEPER_DATA}',{recursive:true,force:true})" && `
  return { port, url: `http://127.0.0.1:${port}`, prepare: emptied ? empty : '', env: { LANEKEEPER_DEMO: '0', ...env } }
}
