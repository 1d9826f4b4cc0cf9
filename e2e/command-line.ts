import { execFileSync, spawnSync } from 'node:child_process'
import { CI_TOKEN } from './servers.ts'

const COMMAND = 'bin/lanekeeper'

/** Brings the model of the example into a server, as its CI does; says what the command printed. */
export function bringModel(url: string): string {
  return execFileSync(process.execPath, [COMMAND, 'sync', '--repo', 'examples/platform-monorepo'], {
    encoding: 'utf8',
    env: { ...process.env, LANEKEEPER_URL: url, LANEKEEPER_TOKEN: CI_TOKEN, NO_COLOR: '1' },
  })
}

/** Verifies the file of a packet, with no server to ask. */
export function verifyPacket(file: string): { readonly exit: number | null; readonly said: string } {
  const { LANEKEEPER_URL: _, LANEKEEPER_TOKEN: __, ...env } = process.env
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, 'verify', file], {
    encoding: 'utf8',
    env: { ...env, NO_COLOR: '1' },
  })
  return { exit: status, said: stdout + stderr }
}
