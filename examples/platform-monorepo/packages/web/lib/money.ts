/** Shows micro-units of a currency as money. */
export function formatMicros(micros: number, currency: string): string {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).format(micros / 1_000_000)
}
