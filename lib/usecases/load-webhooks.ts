import { readFileSync } from 'node:fs'
import { collectFaults } from '#lib/formats/located-faults.ts'
import { readWebhookTargets } from '#lib/formats/webhook-targets.ts'
import type { WebhookTarget } from '#lib/model/webhook.ts'
import { readWebhookSecret } from '#lib/rules/webhooks/signature.ts'
import type { KeyedTarget } from './deliver-webhooks.ts'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * The targets in a file with their secrets from the environment, or one line for each fault. `demo` allows http, which `isServiceAddress`
 * has held to this machine.
 */
export function loadWebhooks(
  file: string,
  environment: Environment,
  demo: boolean,
): { readonly targets: readonly KeyedTarget[] } | { readonly faults: readonly string[] } {
  const faults = collectFaults(file)
  let targets: readonly WebhookTarget[]
  try {
    targets = readWebhookTargets(readFileSync(file), faults)
  } catch (error) {
    return { faults: [`LANEKEEPER_WEBHOOKS: ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`] }
  }
  const lines = faults.diagnostics().map(({ line, column, message, hint }) => `${file}:${line}:${column}: ${message} ${hint}`)
  const keyed = targets.map((target) => keyedTarget(target, environment, demo))
  const all = [...lines, ...keyed.flatMap((each) => ('faults' in each ? each.faults.map((fault) => `${file}: ${fault}`) : []))]
  return all.length > 0 ? { faults: all } : { targets: keyed.flatMap((each) => ('faults' in each ? [] : [each])) }
}

function keyedTarget(target: WebhookTarget, environment: Environment, demo: boolean): KeyedTarget | { readonly faults: readonly string[] } {
  const faults: string[] = []
  const isPlain = target.url.startsWith('http:')
  if (isPlain && !demo) faults.push(`target ${target.id}: the url must be https; http is for the demo, on this machine.`)
  const keys = target.secrets.map((name) => readWebhookSecret(environment[name] ?? ''))
  for (const [at, key] of keys.entries()) {
    if (key !== null) continue
    faults.push(`target ${target.id}: ${target.secrets[at]} must be set to whsec_ and the base64 of 24 to 64 random bytes.`)
  }
  if (faults.length > 0) return { faults }
  // Plain http is this machine only, so that is meant.
  return { ...target, allowPrivate: target.allowPrivate || isPlain, keys: keys.filter((key) => key !== null) }
}
