import { getJson } from '../../../../lib/api-client.ts'
import { formatMicros } from '../../../../lib/money.ts'

interface Invoice {
  id: string
  month: string
  lines: { sku: string; micros: number; currency: string }[]
}

export default async function InvoicePage({ params }: { params: Promise<{ invoiceId: string }> }) {
  const { invoiceId } = await params
  const invoice = await getJson<Invoice>(`/v1/billing/invoices/${encodeURIComponent(invoiceId)}`)
  return (
    <article>
      <h1>Invoice for {invoice.month}</h1>
      <dl>
        {invoice.lines.map((line) => (
          <div key={line.sku}>
            <dt>{line.sku}</dt>
            <dd>{formatMicros(line.micros, line.currency)}</dd>
          </div>
        ))}
      </dl>
    </article>
  )
}
