/** What Next calls once, before the first request. A server that cannot work must not stay up: throwing would not end it. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { startServer } = await import('./app/start-server.ts')
    await startServer()
  }
}
