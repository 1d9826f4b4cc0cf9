import { getJson } from '../../../lib/api-client.ts'
import { formatMicros } from '../../../lib/money.ts'

interface InvoiceRow {
  id: string
  month: string
  totalMicros: number
  currency: string
}

export default async function InvoicesPage() {
  const invoices = await getJson<InvoiceRow[]>('/v1/billing/invoices')
  return (
    <ul>
      {invoices.map((invoice) => (
        <li key={invoice.id}>
          <a href={`/invoices/${invoice.id}`}>{invoice.month}</a> {formatMicros(invoice.totalMicros, invoice.currency)}
        </li>
      ))}
    </ul>
  )
}
