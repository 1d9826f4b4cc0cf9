const TEXTS: Record<string, string> = {
  'policy.quota_exhausted': 'Your project has no GPUs left in its quota.',
  'policy.no_quota': 'Your project has no quota for this kind of GPU.',
  'policy.region_closed': 'This region is closed for maintenance.',
  'billing.insufficient_funds': 'The first hour is not covered. Top up your balance.',
  'billing.account_suspended': 'Your account is suspended. Please contact support.',
}

/** Turns a reason code of the platform into a sentence; an unknown code is shown as it is. */
export function denialText(code: string): string {
  return TEXTS[code.trim()] ?? `Not possible (${code.trim()}).`
}
