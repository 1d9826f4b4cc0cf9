const LOOPBACK_NAMES = ['127.0.0.1', 'localhost', '[::1]'] as const
const EVERY_ADDRESS = ['0.0.0.0', '::', '[::]']

/** True when only this machine can reach the host. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)
}

/**
 * The origins of our own pages, the one for links first. A public address is the only one; without it this machine's names count as well,
 * because a browser sends the name that was typed.
 */
export function ownOrigins(publicUrl: string | null, host: string, port: number): readonly [string, ...string[]] {
  if (publicUrl !== null) return [publicUrl]
  const own = new URL(`http://${host.includes(':') && !host.startsWith('[') ? `[${host}]` : host}:${port}`).origin
  if (!isLoopback(host) && !EVERY_ADDRESS.includes(host)) return [own]
  return [own, ...LOOPBACK_NAMES.map((name) => new URL(`http://${name}:${port}`).origin).filter((origin) => origin !== own)]
}
