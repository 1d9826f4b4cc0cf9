/** What a domain is to the others: a shared service, a product on top of them, or a frontend surface. */
export const DOMAIN_KINDS = ['platform', 'product', 'frontend'] as const

export type DomainKind = (typeof DOMAIN_KINDS)[number]
