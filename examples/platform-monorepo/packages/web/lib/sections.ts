export const SECTIONS = [
  { href: '/allocations', title: 'Allocations', summary: 'GPUs you hold' },
  { href: '/apps', title: 'Apps', summary: 'what runs on them' },
  { href: '/invoices', title: 'Billing', summary: 'what it costs' },
  { href: '/quotas', title: 'Quotas', summary: 'how much you may take' },
  { href: '/status', title: 'Status', summary: 'how the platform is doing' },
] as const
