'use client'

import { useState } from 'react'
import { denialText } from '../../../../lib/denial.ts'

export default function NewAllocationPage() {
  const [denial, setDenial] = useState<string | null>(null)
  async function launch(form: FormData) {
    const response = await fetch('/v1/gpuaas/allocations', { method: 'POST', body: form })
    setDenial(response.ok ? null : denialText(await response.text()))
  }
  return (
    <form action={launch}>
      <label>
        GPUs <input name="gpus" type="number" min="1" max="8" defaultValue="1" />
      </label>
      <button type="submit">Launch</button>
      {denial === null ? null : <p role="alert">{denial}</p>}
    </form>
  )
}
