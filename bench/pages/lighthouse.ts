import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * Lighthouse brings two hundred packages of its own, for this one measurement: it is not among ours. `npm install --prefix .cache/lighthouse
 * --ignore-scripts lighthouse@12.8.2` puts it where it is looked for.
 */
const FOLDER = '.cache/lighthouse/node_modules'

/** What Lighthouse found of a page; milliseconds, and a score of at most 100. */
export interface Audited {
  readonly score: number
  readonly lcp: number
  readonly tbt: number
  readonly cls: number
}

/** `slowed-mobile` slows the line and the processor down while the page loads, where `mobile` reckons what they would have done to it. */
export type Preset = 'desktop' | 'mobile' | 'slowed-mobile'
export type Audit = (address: string, preset: Preset) => Promise<Audited>

interface LighthouseResult {
  readonly lhr: {
    readonly categories: { readonly performance: { readonly score: number | null } }
    readonly audits: Readonly<Record<string, { readonly numericValue?: number }>>
    readonly runtimeError?: { readonly message: string }
  }
}
type Lighthouse = (address: string, flags: object, config?: object) => Promise<LighthouseResult | undefined>
interface Launcher {
  launch(options: object): Promise<{ readonly port: number; kill(): void }>
}

/** Now and then a browser's trace holds no beginning, of which nothing can be told: then another browser is asked. */
const TRIES = 3

/** Null where Lighthouse is not installed. Each audit has a browser of its own, with nothing kept. */
export async function findLighthouse(browser: string): Promise<Audit | null> {
  if (!existsSync(resolve(FOLDER, 'lighthouse'))) return null
  const load = async (path: string) => import(pathToFileURL(resolve(FOLDER, path)).href)
  const { default: lighthouse } = (await load('lighthouse/core/index.js')) as { readonly default: Lighthouse }
  const { default: desktop } = (await load('lighthouse/core/config/desktop-config.js')) as { readonly default: object }
  const launcher = (await load('chrome-launcher/dist/index.js')) as Launcher
  const auditOnce = async (address: string, preset: Preset) => {
    const chromeFlags = ['--headless=new', '--disable-gpu', '--no-first-run', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]
    const chrome = await launcher.launch({ chromePath: browser, chromeFlags, logLevel: 'silent' })
    try {
      const throttlingMethod = preset === 'slowed-mobile' ? 'devtools' : 'simulate'
      const flags = { port: chrome.port, onlyCategories: ['performance'], logLevel: 'silent', maxWaitForLoad: 20_000, throttlingMethod }
      const found = await lighthouse(address, flags, preset === 'desktop' ? desktop : undefined)
      if (found === undefined || found.lhr.runtimeError !== undefined) return found?.lhr.runtimeError?.message ?? 'no result'
      const { audits, categories } = found.lhr
      const of = (name: string) => audits[name]?.numericValue ?? Number.NaN
      return {
        score: Math.round((categories.performance.score ?? Number.NaN) * 100),
        lcp: of('largest-contentful-paint'),
        tbt: of('total-blocking-time'),
        cls: of('cumulative-layout-shift'),
      }
    } finally {
      chrome.kill()
    }
  }
  return async (address, preset) => {
    let why = ''
    for (let tried = 0; tried < TRIES; tried += 1) {
      const found = await auditOnce(address, preset)
      if (typeof found !== 'string') return found
      why = found
    }
    throw new Error(`${address}: ${why}`)
  }
}
