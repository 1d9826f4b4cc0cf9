import type { Route } from 'next'

/**
 * An address as the framework types it. The framework only knows literals; ours are made in one place, and a test holds
 * each against the pages there are.
 */
export function asRoute(href: string): Route {
  return href as Route
}
