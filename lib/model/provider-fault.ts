/** Why a sign-in at a provider came to nothing. Stable: an address carries it to the sign-in page. */
export const PROVIDER_FAULTS = [
  'provider-absent',
  'provider-unavailable',
  'provider-refused',
  'sign-in-not-begun',
  'address-taken',
  'account-closed',
] as const

export type ProviderFault = (typeof PROVIDER_FAULTS)[number]
