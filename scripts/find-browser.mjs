import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root, run, say } from './steps.mjs'

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

const PACKED = '@sparticuz/chromium@147.0.0'

/** The path of a Chromium to test in: the one that is named, one that is installed, or one from the npm registry; null when there is none. */
export async function findBrowser() {
  const named = process.env.E2E_CHROMIUM
  if (named) return named
  return INSTALLED.find((path) => existsSync(path)) ?? (await unpackBrowser())
}

// The package carries its own libraries when it believes itself on the platform it was made for.
async function unpackBrowser() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null
  const cache = join(root, '.cache', 'chromium')
  say(`No Chromium is installed; fetching ${PACKED} from the npm registry …`)
  const code = await run('npm', ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', cache, PACKED], {
    quiet: true,
  })
  if (code !== 0) return null
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x'
  process.env.TMPDIR = cache
  const { default: chromium } = await import(join(cache, 'node_modules', '@sparticuz', 'chromium', 'build', 'index.js')).catch(() => ({
    default: null,
  }))
  return chromium === null ? null : await chromium.executablePath()
}
