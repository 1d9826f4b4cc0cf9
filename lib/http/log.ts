import { pino } from 'pino'

/** The server's log: one JSON line an entry on standard output. Request bodies, headers and tokens are never given to it. */
export const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime })
