import type { Diagnostic } from '#lib/model/diagnostic.ts'
import type { RoutingContext } from '../routing-context.ts'
import { known, type RoutedGate } from './route.ts'

/**
 * A fault while the model or the list of files was read means that the plan could be too small: every gate there is
 * runs, of every domain, so that no fault ever makes a plan smaller.
 */
export function routeFaults(context: RoutingContext, diagnostics: readonly Diagnostic[]): RoutedGate[] {
  const fault = diagnostics.find((diagnostic) => diagnostic.severity === 'error')
  if (fault === undefined) return []
  const text = `${fault.file}:${fault.line} could not be read (${fault.code}): nothing may be left out`
  return known(context, ...context.catalogue.keys()).map(({ id, declared }) => ({
    gateId: id,
    reason: { code: 'route.fault', text, file: null, map: null, rule: 'fault', declared },
  }))
}
