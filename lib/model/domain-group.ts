import type { DomainKind } from './domain-kind.ts'

/**
 * The nine domain groups of the operating model ("Default Domain Groups") with the kind each implies.
 * A lane may name a group of its own; then it says its kind itself, or counts as a platform domain.
 */
export const DOMAIN_GROUPS: Readonly<Record<string, DomainKind>> = {
  'Platform IAM/Auth': 'platform',
  'Platform Billing/Metering': 'platform',
  'Platform Evidence/Status': 'platform',
  'Platform Registry/Artifacts': 'platform',
  'Platform Policy/Quota': 'platform',
  'Platform Secrets/PKI': 'platform',
  'GPUaaS product': 'product',
  'App Platform product': 'product',
  'Frontend surfaces': 'frontend',
}
