import { existsSync } from 'node:fs'
import { chromium, defineConfig } from '@playwright/test'
import { SERVERS } from './e2e/servers.ts'

/** Only built pages are looked at: `next build` comes before. */
const SERVE = 'node scripts/serve.mjs'

/** What people decide, on a server of its own: what the other files look at stands still. */
const DECIDING = ['exceptions.spec.ts', 'promotions.spec.ts', 'cross-site.spec.ts', 'deciding-accessibly.spec.ts']

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  // The files beside one another: each looks at the same server, and only the last project changes what they look at.
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['./e2e/summary-reporter.ts']],
  use: {
    baseURL: SERVERS.main.url,
    screenshot: 'only-on-failure',
    // Recording costs every test a fifth of its time; a failure says what was on the page without it.
    trace: process.env.E2E_TRACE ? 'retain-on-failure' : 'off',
    permissions: ['clipboard-read', 'clipboard-write'],
    launchOptions: {
      ...executable(),
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-pings',
      ],
    },
  },
  projects: [
    { name: 'before a model', testMatch: 'before-a-model.spec.ts' },
    { name: 'model', testMatch: 'model.setup.ts', dependencies: ['before a model'] },
    { name: 'evidence', testMatch: 'evidence.setup.ts', dependencies: ['model'] },
    { name: 'something to decide', testMatch: 'deciding.setup.ts', use: { baseURL: SERVERS.decided.url } },
    // Of the evidence it needs nothing: it shares the workers with the many files that do, where none has to wait for a long one.
    {
      name: 'as people decide',
      testMatch: DECIDING,
      dependencies: ['something to decide', 'evidence'],
      use: { baseURL: SERVERS.decided.url },
    },
    {
      name: 'with a model',
      testIgnore: ['before-a-model.spec.ts', '*.setup.ts', 'live.spec.ts', ...DECIDING],
      dependencies: ['evidence'],
    },
    // What the others look at must stand still meanwhile, so they come before; E2E_ALONE=1 runs it without them.
    { name: 'as it changes', testMatch: 'live.spec.ts', dependencies: [process.env.E2E_ALONE ? 'evidence' : 'with a model'] },
  ],
  webServer: Object.values(SERVERS).map((server) => ({
    command: `${server.prepare}${SERVE} --port ${server.port}`,
    url: `${server.url}/healthz`,
    env: { NEXT_TELEMETRY_DISABLED: '1', PORT: String(server.port), ...server.env },
    reuseExistingServer: false,
    timeout: 60_000,
    gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 5_000 },
  })),
})

/** The browser: the one that is named, Playwright's own, or one that the machine has. */
function executable(): { executablePath?: string } {
  if (process.env.E2E_CHROMIUM) return { executablePath: process.env.E2E_CHROMIUM }
  if (existsSync(chromium.executablePath())) return {}
  const found = [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/snap/bin/chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ].find((path) => existsSync(path))
  return found === undefined ? {} : { executablePath: found }
}
